import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { createOrder, status } from "./fixtures/orders";
import { expect, test } from "./fixtures/test";

// The Order Status grid as a spreadsheet, by keyboard alone: docs/domain.md, section 1.

const path = "/setup/sales/orders/order-status";

const grid = (page: Page) => page.getByRole("grid", { name: "Order Status" });
const row = (page: Page, name: string) => grid(page).getByRole("row", { name, exact: true });
const box = (line: Locator, name: string) => line.getByRole("textbox", { name, exact: true });
const consequences = (page: Page) => page.getByRole("region", { name: "Consequences" });
const saved = (page: Page, what: string) => page.getByRole("status").filter({ hasText: what });

async function press(page: Page, ...keys: string[]) {
  for (const key of keys) await page.keyboard.press(key);
}

/** Puts the focus on the first cell, as Tab from the toolbar does. */
async function enterGrid(page: Page) {
  await page.goto(path);
  await page.getByRole("searchbox", { name: "Filter statuses" }).focus();
  await press(page, "ArrowDown");
  await expect(grid(page).getByRole("gridcell").first()).toBeFocused();
}

async function paste(page: Page, text: string) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await press(page, "Control+v");
}

test("a paste that is too much is refused whole", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.administrator);
  await enterGrid(page);
  await press(page, "Control+End", "Home");
  await paste(page, Array.from({ length: 1000 }, (_, i) => `${i + 20}\tPasted ${i}`).join("\n"));
  await expect(page.getByText("there would be 1,008 statuses, and 500 is the most")).toBeVisible();
  await expect(page.getByText("No unsaved changes")).toBeVisible();
});

test("who goes elsewhere from an unsaved edit is asked", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.administrator);
  await enterGrid(page);
  await press(page, "ArrowRight");
  await page.keyboard.type("Basket");
  await press(page, "Enter", "Control+k");
  await page.getByRole("dialog").getByRole("combobox").fill("Accounts");
  await press(page, "Enter");
  const question = page.getByRole("dialog", { name: "Leave with unsaved changes?" });
  await expect(question).toBeVisible();
  await press(page, "Escape");
  await expect(question).toBeHidden();
  await expect(row(page, "Basket")).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`rows of a spreadsheet are pasted, told of, saved, and copied back, in ${colorScheme}`, async ({
    organization,
    signedIn,
  }) => {
    const page = await signedIn(organization.administrator);
    await page.emulateMedia({ colorScheme });
    await enterGrid(page);
    await press(page, "Control+End", "ArrowUp", "Home");
    await expect(row(page, "Scheduled").getByRole("gridcell").first()).toBeFocused();
    await paste(
      page,
      "8\tScheduled for later\tExecuting\n1\tAwaiting documents\tIn progress\tViewable\t#c2185b\tyes\n31\t'=cmd()\tCancelled\tviewable\t#00796b\tno",
    );

    await expect(
      page.getByText("Pasted: 1 status changed, 2 added. 1 cell that cannot be edited stays."),
    ).toBeAttached();
    await expect(row(page, "Scheduled for later")).toBeVisible();
    await expect(row(page, "=cmd()").getByRole("checkbox", { name: "Active" })).not.toBeChecked();
    await expect(consequences(page)).toContainText(
      "New orders will get “Awaiting documents” instead of “Submitted”, since its No. is lower.",
    );
    await press(page, "Control+z");
    await expect(row(page, "Awaiting documents")).toHaveCount(0);
    await press(page, "Control+Shift+z", "Control+s");
    await expect(saved(page, "1 changed, 2 added")).toBeVisible();

    await page.reload();
    await enterGrid(page);
    await press(page, "ArrowRight", "Shift+ArrowDown", "Shift+ArrowRight", "Control+c");
    await expect(page.getByText("4 cells copied.")).toBeAttached();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      "Awaiting documents\tIn progress\nDraft\tIn progress",
    );
    await press(page, "Control+a", "Control+c");
    const all = await page.evaluate(() => navigator.clipboard.readText());
    expect(all.split("\n")).toHaveLength(10);
    expect(all).toContain("31\t'=cmd()\tCancelled\tViewable\t#00796b\tNo");
    await press(page, "Control+Home", "Control+v");
    await expect(page.getByText("Pasted: 0 statuses changed, 0 added.")).toBeAttached();
    await expect(page.getByText("No unsaved changes")).toBeVisible();
  });

  test(`a status in use is deleted with its replacement, in ${colorScheme}`, async ({
    organization,
    signedIn,
  }) => {
    const page = await signedIn(organization.administrator);
    await page.emulateMedia({ colorScheme });
    await enterGrid(page);
    await press(page, "Control+End", "Home");
    await paste(page, "1\tAwaiting documents");
    await expect(consequences(page)).toContainText(
      "New orders will get “Awaiting documents” instead of “Submitted”",
    );
    await press(page, "Control+s");
    await expect(saved(page, "1 added")).toBeVisible();
    await createOrder(page, organization.accounts[0], [{ product: organization.products[0] }]);
    await expect(status(page)).toHaveText("Awaiting documents");

    await enterGrid(page);
    const line = row(page, "Awaiting documents");
    await press(page, "End", "Enter");
    const replacement = page.getByRole("combobox", { name: "Replacement for Awaiting documents" });
    await expect(replacement).toBeFocused();
    await press(page, "Control+s");
    await expect(page.getByRole("alert").filter({ hasText: "Nothing was saved" })).toContainText(
      "choose the status that replaces it",
    );
    await expect(replacement).toBeFocused();
    await press(page, "s");
    await expect(replacement.locator("option:checked")).toHaveText("Submitted");
    await expect(consequences(page)).toContainText(
      "1 open order gets “Submitted” instead of “Awaiting documents”.",
    );
    await expect(consequences(page)).toContainText(
      "New orders will get “Submitted” instead of “Awaiting documents”.",
    );
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await press(page, "Enter");
    await expect(line.getByRole("button", { name: "Restore" })).toBeFocused();
    await press(page, "Control+s");
    await expect(saved(page, "1 order got the replacement")).toBeVisible();
  });

  test(`a row is moved by keyboard and by hand, which renumbers, in ${colorScheme}`, async ({
    organization,
    signedIn,
  }) => {
    const page = await signedIn(organization.administrator);
    await page.emulateMedia({ colorScheme });
    await enterGrid(page);
    await press(page, "ArrowDown", "ArrowDown", "Alt+Shift+ArrowUp", "Alt+Shift+ArrowUp");
    const names = () =>
      grid(page)
        .getByRole("textbox", { name: "Description" })
        .evaluateAll((boxes) => boxes.map((one) => (one as HTMLInputElement).value).slice(0, 4));
    await expect.poll(names).toEqual(["Executed", "Draft", "Submitted", "Canceled"]);
    await expect(page.getByText("Executed is row 1 of 8 now, No. 1.")).toBeAttached();
    await expect(row(page, "Executed").getByRole("gridcell").first()).toBeFocused();
    await expect(box(row(page, "Draft"), "No.")).toHaveValue("2");

    const handle = (name: string) => row(page, name).locator("[data-row-handle]");
    await row(page, "Canceled").hover();
    await handle("Canceled").hover();
    await page.mouse.down();
    await row(page, "Executed").hover({ position: { x: 300, y: 4 } });
    await page.mouse.up();
    await expect.poll(names).toEqual(["Canceled", "Executed", "Draft", "Submitted"]);
    await press(page, "Control+s");
    await expect(saved(page, "4 changed")).toBeVisible();
    await page.reload();
    await expect.poll(names).toEqual(["Canceled", "Executed", "Draft", "Submitted"]);
  });

  test(`the list is filtered, what is edited stays in sight, and ? shows the keys, in ${colorScheme}`, async ({
    organization,
    signedIn,
  }) => {
    const page = await signedIn(organization.administrator);
    await page.emulateMedia({ colorScheme });
    await enterGrid(page);
    await press(page, "ArrowRight", "Shift+?");
    const keys = page.getByRole("dialog", { name: "Keys" });
    await expect(keys).toContainText("Alt+Shift+Up");
    await press(page, "Escape");
    await expect(keys).toBeHidden();
    await expect(row(page, "Draft").getByRole("gridcell").nth(1)).toBeFocused();

    await page.keyboard.type("Basket");
    await press(page, "Enter", "Control+Shift+l");
    await page.keyboard.type("reseller");
    await expect(page.getByText("3 of 8 statuses shown.")).toBeAttached();
    await expect(row(page, "Canceled by Reseller")).toBeVisible();
    await expect(row(page, "Basket")).toBeVisible();
    await expect(row(page, "Executed")).toHaveCount(0);
    await press(page, "Escape");
    await expect(row(page, "Executed")).toBeVisible();
  });

  test(`axe finds nothing in ${colorScheme} while an edit is pending`, async ({ organization, signedIn }) => {
    const page = await signedIn(organization.administrator);
    await page.emulateMedia({ colorScheme });
    await enterGrid(page);
    await press(page, "Shift+ArrowDown", "Shift+ArrowRight");
    await press(page, "ArrowUp");
    await page.keyboard.type("Basket");
    await press(page, "Enter", "Shift+ArrowDown");
    await expect(consequences(page)).toContainText("No order is affected.");
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await press(page, "?");
    await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}
