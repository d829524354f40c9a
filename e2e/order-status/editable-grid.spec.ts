import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "../fixtures/looks";
import { enterGrid } from "../fixtures/order-status";
import { addItem, makeOrder, pick } from "../fixtures/orders";
import { expect, test } from "../fixtures/test";

// What the editable grid does for all of its users, seen at Order Status and at an order's items.

const path = "/setup/sales/orders/order-status";

const grid = (page: Page) => page.getByRole("grid", { name: "Order Status" });
const row = (page: Page, name: string) => grid(page).getByRole("row", { name, exact: true });
const box = (line: Locator, name: string) => line.getByRole("textbox", { name, exact: true });
const question = (page: Page) => page.getByRole("dialog", { name: "Leave with unsaved changes?" });
const saved = (page: Page, what: string) => page.getByRole("status").filter({ hasText: what });

async function press(page: Page, ...keys: string[]) {
  for (const key of keys) await page.keyboard.press(key);
}

async function paste(page: Page, text: string) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await press(page, "Control+v");
}

/** Comes from another page without loading, so that Back stays inside of the product. */
async function editAfterAccounts(page: Page) {
  await page.goto("/accounts");
  await page.getByRole("link", { name: "BSS Setup" }).click();
  await page.getByRole("link", { name: "Order Status" }).click();
  await box(row(page, "Draft"), "Description").click();
  await page.keyboard.type("Basket ");
}

test("Back asks before an edit is left, and coming back finds it", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.administrator);
  await editAfterAccounts(page);
  const edited = box(grid(page).getByRole("row").nth(1), "Description");
  const typed = await edited.inputValue();

  await page.evaluate(() => history.back());
  await question(page).getByRole("button", { name: "Back" }).click();
  await expect(question(page)).toBeHidden();
  expect(new URL(page.url()).pathname).toBe(path);
  await expect(edited).toHaveValue(typed);

  await page.evaluate(() => history.back());
  await question(page).getByRole("button", { name: "Leave" }).click();
  await expect(grid(page)).toBeHidden();
  expect(new URL(page.url()).pathname).not.toBe(path);
  await page.goForward();
  await expect(edited).toHaveValue(typed);
});

test("signing out and closing the tab ask, too", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.administrator);
  await editAfterAccounts(page);

  const asked = page.waitForEvent("dialog");
  const closing = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await closing;
  await expect(grid(page)).toBeVisible();

  const signOut = async () => {
    await page.getByRole("button", { name: /^User menu/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await expect(question(page)).toContainText("Signing out forgets them.");
  };
  await signOut();
  await question(page).getByRole("button", { name: "Back" }).click();
  await expect(grid(page)).toBeVisible();
  await signOut();
  await question(page).getByRole("button", { name: "Leave" }).click();
  await page.waitForURL("**/login**");
  expect(
    await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("draft:"))),
  ).toEqual([]);
});

test("nothing is changed, nor said to be, while a save is under way", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.administrator);
  await page.goto(path);
  const description = box(grid(page).getByRole("row").nth(1), "Description");
  await description.fill("Basket");
  await expect(page.getByRole("region", { name: "Consequences" })).toContainText("No orders are affected.");

  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(`**${path}`, async (route) => {
    if (route.request().method() === "POST") await released;
    await route.continue();
  });
  await press(page, "Control+s");
  await expect(grid(page)).toHaveAttribute("aria-busy", "true");
  await expect(description).not.toBeEditable();
  await page.keyboard.type("lost");
  const refused = page.getByText("You can go on once the list is saved.");
  await press(page, "Control+z");
  await expect(refused).toBeAttached();
  await paste(page, "7\tPasted");
  await page.getByRole("button", { name: "Discard changes" }).click();
  await expect(page.getByText(/Undone|Pasted:|discarded/)).toHaveCount(0);
  await expect(description).toHaveValue("Basket");
  release();
  await expect(saved(page, "1 changed")).toBeVisible();
  await expect(description).toHaveValue("Basket");
});

test("a deletion that meets an order made meanwhile leads to the replacement", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.administrator);
  await page.goto(path);
  const line = row(page, "New status");
  await box(line, "Description").fill("Awaiting documents");
  await box(line, "No.").fill("1");
  await line.getByRole("button", { name: "Add" }).click();
  await press(page, "Control+s");
  await expect(saved(page, "1 added")).toBeVisible();
  await makeOrder(await signedIn(organization.operator), organization.accounts[0], [
    { product: organization.products[0] },
  ]);

  await row(page, "Awaiting documents").getByRole("button", { name: "Delete" }).click();
  await press(page, "Control+s");
  const replacement = page.getByRole("combobox", { name: "Replacement for Awaiting documents" });
  await expect(replacement).toBeFocused();
  await expect(replacement).toHaveAttribute("aria-invalid", "true");
});

test("a screen reader hears row, column, value, error and result", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.administrator);
  await page.goto(path);
  await expect(grid(page)).toMatchAriaSnapshot(`
    - row "Submitted":
      - gridcell "2":
        - textbox "No.": "2"
      - rowheader "Submitted":
        - textbox "Description": Submitted
      - gridcell:
        - combobox "Type" [disabled]
      - gridcell:
        - combobox "Storefront Type" [disabled]
      - gridcell:
        - button "Color"
      - gridcell:
        - checkbox "Active" [checked] [disabled]
      - gridcell "0"
  `);

  const no = row(page, "Submitted").getByRole("gridcell").first();
  await box(row(page, "Submitted"), "No.").fill("none");
  await press(page, "Enter", "Control+s");
  await expect(box(row(page, "Submitted"), "No.")).toBeFocused();
  await press(page, "Escape");
  await expect(no).toBeFocused();
  await expect(no).toHaveAccessibleDescription("Enter a whole number from 1 to 9999.");
  await press(page, "Delete");
  await expect(page.getByText("Emptied: 1 status.")).toBeAttached();
  await page.keyboard.type("12");
  await press(page, "Control+s");
  await expect(saved(page, "1 changed")).toBeVisible();
});

test("news is read again when it is the same, and a range may reach the + row", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.administrator);
  await page.goto(path);
  await enterGrid(page);
  await press(page, "ArrowRight", "Control+c");
  const news = page.getByText("1 cell copied.");
  const first = await news.elementHandle();
  await press(page, "Control+c");
  await expect.poll(() => first?.evaluate((element) => element.isConnected)).toBe(false);
  await expect(news).toBeAttached();

  await press(page, "Control+End", "Home", "Shift+ArrowUp", "Delete");
  await expect(page.getByText("Emptied: 1 status and the new status.")).toBeAttached();
  await expect(box(row(page, "New status"), "No.")).toHaveValue("");
  await press(page, "Control+z", "ArrowUp", "End");
  await paste(page, "7");
  await expect(page.getByText("Nothing was pasted. Go to the first cell to fill.")).toBeAttached();
  await expect(page.getByText("No unsaved changes")).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`an order's items are edited by the same hands, in ${colorScheme}`, async ({
    organization,
    signedIn,
  }) => {
    const page = await signedIn(organization.operator);
    await page.emulateMedia({ colorScheme });
    await page.goto("/orders/new");
    await pick(page, "Account", organization.accounts[0]);
    const [mail, server] = organization.products;
    for (const product of [mail, server, organization.configuredProduct]) await addItem(page, product);
    const items = page.getByRole("grid", { name: "Items" });
    const line = (name: string) => items.getByRole("row", { name, exact: true });
    const units = (name: string) => line(name).getByRole("spinbutton", { name: `Units of ${name}` });

    await units(mail).focus();
    await press(page, "ArrowUp", "Escape");
    await expect(units(mail)).toHaveValue("1");
    await press(page, "Enter", "ArrowUp", "ArrowUp", "Enter");
    await expect(units(mail)).toHaveValue("3");
    await expect(
      line(server)
        .getByRole("gridcell")
        .filter({ has: page.getByRole("spinbutton") }),
    ).toBeFocused();
    await paste(page, "5\t2.50\n6\t3.50");
    await expect(page.getByText("Pasted: 2 items changed, 0 added.")).toBeAttached();
    await expect(units(organization.configuredProduct)).toHaveValue("6");
    await press(page, "Control+z");
    await expect(units(server)).toHaveValue("1");
    await press(page, "Control+Shift+z");
    await expect(units(server)).toHaveValue("5");

    await press(page, "End", "Enter");
    await expect(line(server)).toHaveCount(0);
    await expect(line(organization.configuredProduct).getByRole("button", { name: "Delete" })).toBeFocused();
    await press(page, "Control+z");
    await expect(units(server)).toHaveValue("5");
    await press(page, "Home", "ArrowRight", "Enter");
    const domain = page.getByRole("textbox", { name: "Domain name of Domain Registration" });
    await expect(domain).toBeFocused();
    await page.keyboard.type("harbour.example");
    await press(page, "Escape");
    await expect(items.getByRole("gridcell").filter({ has: domain })).toBeFocused();

    await press(page, "Shift+?");
    const keys = page.getByRole("dialog", { name: "Keys" });
    await expect(keys).toContainText("Undo, redo");
    await expect(keys.getByText("Save", { exact: true })).toHaveCount(0);
    await press(page, "Escape");
    await press(page, "Control+s");
    expect(new URL(page.url()).pathname).toBe("/orders/new");
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await expectAccessible(page);

    await page.getByRole("button", { name: "Save" }).click();
    await page.waitForURL(/\/orders\/\d+$/);
    await page
      .getByRole("link", { name: "Edit" })
      .or(page.getByRole("button", { name: "Edit", exact: true }))
      .click();
    await expect(units(mail)).toHaveValue("3");
    await expect(units(server)).toHaveValue("5");
    await expect(domain).toHaveValue("harbour.example");
  });
}
