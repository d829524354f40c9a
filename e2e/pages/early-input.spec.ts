import type { Page } from "@playwright/test";
import { makeOrder } from "../fixtures/orders";
import { expect, test } from "../fixtures/test";

/** The page's scripts wait, as on a slow line, until the answered function is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\.js(\?|$)/, async (route) => {
    await held;
    await route.continue();
  });
  return () => release();
}

test("what is typed and saved before the page's scripts have run is saved once they have", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.administrator);
  const [product] = organization.products;
  const code = await makeOrder(page, organization.accounts[0], [{ product }]);
  for (const typed of ["Typed early", "Typed over that"]) {
    const release = await holdScripts(page);
    await page.goto(`/orders/${code}/edit`, { waitUntil: "commit" });
    await page.getByRole("textbox", { name: "Name" }).fill(typed);
    await page.getByRole("textbox", { name: "Note" }).fill(`${typed} in the note`);
    await page.getByRole("button", { name: "Save", exact: true }).click({ noWaitAfter: true });
    release();
    await page.waitForURL(new RegExp(`/orders/${code}$`));
    await expect(page.getByText(`${typed} in the note`)).toBeVisible();
    await expect(page.getByText(typed, { exact: true }).first()).toBeVisible();
    await page.unrouteAll({ behavior: "wait" });
  }
});

test("what is chosen and ticked before the page's scripts have run counts", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.administrator);
  const release = await holdScripts(page);
  await page.goto("/products/new", { waitUntil: "commit" });
  await page.getByRole("textbox", { name: "Name" }).fill("Made in a hurry");
  const choice = page.getByRole("combobox", { name: "Provisioned" });
  await choice.selectOption({ index: 1 });
  const chosen = await choice.inputValue();
  const box = page.getByRole("switch").first();
  const before = await box.isChecked();
  await box.click({ force: true });
  release();
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Made in a hurry");
  // React has taken it over: it outlives a reload, as every draft does.
  await page.waitForFunction(() =>
    Object.values(sessionStorage).some((kept) => kept.includes("Made in a hurry")),
  );
  await page.unrouteAll({ behavior: "wait" });
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Made in a hurry");
  await expect(choice).toHaveValue(chosen);
  expect(await box.isChecked()).toBe(!before);
});

test("a list that is opened before the page's scripts have run opens once they have", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  const [product] = organization.products;
  const code = await makeOrder(page, organization.accounts[0], [{ product }]);
  const release = await holdScripts(page);
  await page.goto(`/orders/${code}/edit`, { waitUntil: "commit" });
  await page.getByRole("combobox", { name: "Status" }).click();
  release();
  const list = page.getByRole("listbox", { name: "Status" });
  await expect(list.getByRole("option")).toHaveText(["Submitted", "Executed", "Canceled"]);
});

test("a list that is opened early opens also where a draft is offered above it", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.administrator);
  await page.goto("/accounts/new");
  await page.getByRole("textbox", { name: "Name" }).fill("Begun");
  await page.waitForFunction(() => Object.values(sessionStorage).some((kept) => kept.includes("Begun")));
  const release = await holdScripts(page);
  await page.goto("/accounts/new", { waitUntil: "commit" });
  await page.getByRole("combobox", { name: "Billing to", exact: true }).click();
  release();
  await expect(page.getByRole("button", { name: "Continue with it" })).toBeVisible();
  await expect(page.getByRole("option", { name: organization.accounts[1] })).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Billing to", exact: true })).toBeInViewport();
});

test("a grid is typed into as a spreadsheet before the page's scripts have run", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  const [mail, server] = organization.products;
  const code = await makeOrder(page, organization.accounts[0], [
    { product: mail, quantity: "5" },
    { product: server, quantity: "4" },
  ]);
  const release = await holdScripts(page);
  await page.goto(`/orders/${code}`, { waitUntil: "commit" });
  const units = (product: string) =>
    page.getByRole("row", { name: product }).getByRole("spinbutton", { name: "Quantity to deliver" });
  await units(mail).click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("2");
  await page.keyboard.press("Enter");
  await page.keyboard.type("3");
  await page.keyboard.press("Enter");
  release();
  for (const product of [mail, server]) {
    await expect(page.getByRole("checkbox", { name: `Select ${product}` })).toBeChecked();
  }
  await expect(units(mail)).toHaveValue("2");
  await expect(units(server)).toHaveValue("3");
});

test("a grid that is saved by key before the page's scripts have run is saved once they have", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.administrator);
  const line = (name: string) =>
    page.getByRole("grid", { name: "Order Status" }).getByRole("row", { name, exact: true });
  const release = await holdScripts(page);
  await page.goto("/setup/sales/orders/order-status", { waitUntil: "commit" });
  const no = line("Submitted").getByRole("textbox", { name: "No." });
  await no.fill("none");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+s");
  release();
  await expect(no).toBeFocused();
  await expect(no).toHaveAttribute("aria-invalid", "true");
});

test("a status is added to a grid whose scripts have not run", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.administrator);
  const release = await holdScripts(page);
  await page.goto("/setup/sales/orders/order-status", { waitUntil: "commit" });
  const line = page.getByRole("grid", { name: "Order Status" }).getByRole("row").last();
  await line.getByRole("textbox", { name: "Description" }).fill("Canceled - In a hurry");
  await line.getByRole("combobox", { name: "Type", exact: true }).selectOption("Cancelled");
  // Impatience does it once.
  for (let press = 0; press < 3; press++) await line.getByRole("button", { name: "Add" }).click();
  release();
  const row = page.getByRole("grid").getByRole("row", { name: "Canceled - In a hurry", exact: true });
  await expect(row).toHaveCount(1);
  await expect(row.getByRole("combobox", { name: "Type", exact: true })).toHaveValue("cancelled");
  await expect(page.getByText("1 status added, not saved yet")).toBeVisible();
});

/** Types into the field of this label in the midst of React's rendering, when its elements know React and it hears nothing yet. */
async function typeWhileHydrating(page: Page, label: string, typed: string): Promise<void> {
  await page.addInitScript(
    ([label, typed]) => {
      const define = Object.defineProperty;
      const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value") ?? {};
      // React does this to each field that it takes over.
      Object.defineProperty = (field, name, how) => {
        define(field, name, how);
        if (
          name === "value" &&
          field instanceof HTMLInputElement &&
          field.labels?.[0]?.textContent === label
        ) {
          Object.defineProperty = define;
          set?.call(field, typed);
          field.dispatchEvent(new Event("input", { bubbles: true }));
        }
        return field;
      };
    },
    [label, typed],
  );
}

test("what is typed while React takes the page over is not undone", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.operator);
  const [product] = organization.products;
  const code = await makeOrder(page, organization.accounts[0], [{ product }]);
  await typeWhileHydrating(page, "Name", "Typed in between");
  await page.goto(`/orders/${code}/edit`);
  const name = page.getByRole("textbox", { name: "Name" });
  // React knows of it: another field that is typed into leaves it as it is.
  await page.getByRole("textbox", { name: "Note" }).fill("Typed after that");
  await page.waitForFunction(() =>
    Object.values(sessionStorage).some(
      (kept) => kept.includes("Typed in between") && kept.includes("Typed after that"),
    ),
  );
  await expect(name).toHaveValue("Typed in between");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.waitForURL(new RegExp(`/orders/${code}$`));
  await expect(page.getByText("Typed in between", { exact: true }).first()).toBeVisible();
});

test("a file that is chosen before the page's scripts have run is sent as what was chosen before it", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.administrator);
  const release = await holdScripts(page);
  await page.goto("/setup/imports", { waitUntil: "commit" });
  await page.getByLabel("The file holds").selectOption("Opening balances");
  const text = "externalId,account,issueDate,dueDate,amount,note\nRE-1,nobody,2025-12-01,2025-12-31,1,\n";
  await page
    .getByLabel("Import file")
    .setInputFiles({ name: "balances.csv", mimeType: "text/csv", buffer: Buffer.from(text, "utf8") });
  release();
  await page.waitForURL(/\/setup\/imports\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1, name: "balances.csv" })).toBeVisible();
  await expect(page.getByText("Opening balances").first()).toBeVisible();
});

test("what is typed right after Ctrl+K does not join what was searched before", async ({ signedIn }) => {
  const page = await signedIn("admin@example.com");
  await page.goto("/setup");
  const search = page.getByRole("combobox", { name: "Search", exact: true });
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(search).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await search.fill("Accounts");
  await expect(page.getByRole("option", { name: "Accounts" }).first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(search).toBeHidden();
  // The next letter comes before the browser does anything else.
  const words = await page.evaluate(async () => {
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "k", ctrlKey: true, bubbles: true }));
    await Promise.resolve();
    return (document.activeElement as HTMLInputElement).value;
  });
  expect(words).toBe("");
});
