import type { Locator } from "@playwright/test";
import { createOrder, deliver, execute, openNewOrder, openTab, status } from "../fixtures/orders";
import { expect, test } from "../fixtures/test";

test("an order of two services executed whole goes from Submitted to Executed", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  const [mail, server] = organization.products;
  const code = await createOrder(page, organization.accounts[0], [
    { product: mail, quantity: "3" },
    { product: server },
  ]);
  await expect(page.getByRole("heading", { level: 1, name: code })).toBeVisible();
  await expect(status(page)).toHaveText("Submitted");
  await expect(page.getByRole("region", { name: "Why not executed" })).toBeHidden();

  await page.getByRole("button", { name: "Execute Order" }).click();
  const dialog = page.getByRole("dialog", { name: "Execute Order" });
  await expect(dialog.getByLabel("Start date")).toHaveValue(/^\d{4}-\d{2}-\d{2}$/);
  const made = dialog.getByRole("region", { name: "What will be made" });
  await expect(made).toContainText("Invoice with 2 lines");
  await expect(made).toContainText("€48.00");
  await expect(made).toContainText("2 subscriptions");
  await dialog.getByRole("button", { name: "Execute" }).click();

  await expect(status(page)).toHaveText("Executed");
  for (const name of ["Execute Order", "Edit", "Cancel order", "Actions"]) {
    await expect(page.getByRole("button", { name, exact: true })).toBeHidden();
  }
  const invoices = await openTab(page, "Invoices");
  await expect(invoices.getByRole("row", { name: /INV-/ })).toHaveCount(1);
  await expect(invoices).toContainText("€48.00");
  const subscriptions = await openTab(page, "Subscriptions");
  await expect(subscriptions.getByRole("link", { name: mail })).toBeVisible();
  await expect(subscriptions.getByText("Provisioned")).toHaveCount(2);
  const history = await openTab(page, "History");
  await expect(history).toContainText("Status: Submitted → Executed");
});

test("two services delivered one by one: Submitted after the first, Executed with the second", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  const [mail, server] = organization.products;
  const code = await openNewOrder(page, organization.accounts[0], [
    { product: mail, quantity: "5" },
    { product: server },
  ]);

  await deliver(page, mail, "2");
  const row = page.getByRole("grid", { name: "Products" }).getByRole("row", { name: mail });
  await row.getByRole("link", { name: `${code}-1` }).click();
  await expect(page.getByRole("heading", { level: 1, name: `${code}-1` })).toBeVisible();
  await execute(page);
  await expect(status(page)).toHaveText("Executed");

  await page.getByRole("link", { name: code, exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: `Order ${code}`, exact: true })).toBeVisible();
  await expect(status(page)).toHaveText("Submitted");
  await expect(row).toContainText("2 of 5 executed");
  await expect(row.getByRole("spinbutton", { name: "Quantity to deliver" })).toHaveValue("3");

  await deliver(page, mail);
  await deliver(page, server);
  const parts = await openTab(page, "Sub-orders");
  await expect(parts.getByRole("link", { name: `${code}-` })).toHaveCount(3);
  for (const part of [2, 3]) {
    await expect(status(page)).toHaveText("Submitted");
    await page.goto(`/orders/${code}-${part}`);
    await execute(page);
    await expect(status(page)).toHaveText("Executed");
    await page.goto(`/orders/${code}?tab=history`);
  }
  await expect(status(page)).toHaveText("Executed");
  const history = page.getByRole("tabpanel", { name: "History" });
  await expect(history).toContainText(`Executed with ${code}-3`);
  await expect(history.getByRole("link", { name: `${code}-1` }).first()).toBeVisible();
});

test("a part is planned before it is confirmed, found in the tree, and the remainder cancelled", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  const [mail, server] = organization.products;
  const code = await openNewOrder(page, organization.accounts[0], [
    { product: mail, quantity: "5" },
    { product: server },
  ]);
  const amounts = (table: Locator, row: string) => table.getByRole("row", { name: row }).getByRole("cell");

  await page.getByRole("checkbox", { name: `Select ${mail}` }).check();
  const row = page.getByRole("grid", { name: "Products" }).getByRole("row", { name: mail });
  await row.getByRole("spinbutton", { name: "Quantity to deliver" }).fill("6");
  const plan = page.getByRole("region", { name: "Partial execution" });
  await expect(plan).toContainText("Enter quantities that are left");
  await row.getByRole("spinbutton", { name: "Quantity to deliver" }).fill("2");
  const planned = plan.getByRole("table", { name: "What the sub-order comes to" });
  await expect(amounts(planned, "Units")).toHaveText(["2", "4"]);
  const total = (await amounts(planned, "Total with tax").first().textContent()) ?? "";
  await page.getByRole("button", { name: "Actions" }).click();
  await page.getByRole("menuitem", { name: "Order Delivery" }).click();
  const dialog = page.getByRole("dialog", { name: "Order Delivery" });
  await expect(amounts(dialog, "Total with tax").first()).toHaveText(total);
  await dialog.getByRole("button", { name: "Order Delivery" }).click();
  await expect(dialog).toBeHidden();

  const parts = await openTab(page, "Sub-orders");
  await expect(parts.getByRole("row", { name: `${code}, this order` })).toContainText("0 of 2 executed");
  await expect(parts).toContainText("4 units not delivered yet");
  await parts.getByRole("link", { name: `${code}-1` }).click();
  const tree = page.getByRole("navigation", { name: "Order and sub-orders" });
  await expect(page.getByRole("heading", { level: 1, name: `Order ${code}-1` })).toBeVisible();
  await expect(page.getByRole("complementary", { name: "Facts" })).toContainText(total);
  await expect(tree.getByRole("link", { name: `${code}-1` })).toHaveAttribute("aria-current", "page");
  await execute(page);
  await expect(
    tree
      .getByRole("listitem")
      .filter({ hasText: `${code}-1` })
      .last(),
  ).toContainText("1 of 1 executed");

  await page.goto(`/orders/${code}?tab=sub-orders`);
  await page.getByRole("button", { name: "Cancel the remainder" }).click();
  const cancel = page.getByRole("dialog", { name: "Cancel the remainder" });
  await expect(cancel.getByRole("list", { name: "Products to cancel" }).getByRole("listitem")).toHaveText([
    new RegExp(`${mail}.*3 of 5`),
    new RegExp(`${server}.*1 of 1`),
  ]);
  await cancel.getByRole("button", { name: "Cancel the remainder" }).click();
  await expect(status(page)).toHaveText("Executed");
  await expect(page.getByRole("button", { name: "Cancel the remainder" })).toBeHidden();
});

test("how many to deliver is typed as into a spreadsheet: it ticks the product, and one undo takes back both", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  const [mail, server] = organization.products;
  await openNewOrder(page, organization.accounts[0], [
    { product: mail, quantity: "5" },
    { product: server, quantity: "4" },
  ]);
  const grid = page.getByRole("grid", { name: "Products" });
  const units = (product: string) =>
    grid.getByRole("row", { name: product }).getByRole("spinbutton", { name: "Quantity to deliver" });
  const tick = (product: string) => page.getByRole("checkbox", { name: `Select ${product}` });

  await units(mail).click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("2");
  await page.keyboard.press("Enter");
  await page.keyboard.type("3");
  await page.keyboard.press("Enter");
  for (const product of [mail, server]) await expect(tick(product)).toBeChecked();
  await expect(units(mail)).toHaveValue("2");
  await expect(units(server)).toHaveValue("3");
  await expect(page.getByText("2 selected")).toBeVisible();

  await page.keyboard.press("ControlOrMeta+z");
  await expect(units(server)).toHaveValue("4");
  await expect(tick(server)).not.toBeChecked();
  await expect(tick(mail)).toBeChecked();
});

test("pressing Execute twice makes one invoice, and another operator sees it happen", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  const code = await openNewOrder(page, organization.accounts[0], [{ product: organization.products[0] }]);
  const other = await signedIn(organization.administrator);
  await other.goto(`/orders/${code}`);
  await other.getByRole("spinbutton", { name: "Quantity to deliver" }).waitFor();

  await page.getByRole("button", { name: "Execute Order" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Execute" }).dblclick();
  await expect(status(page)).toHaveText("Executed");
  await expect(status(other)).toHaveText("Executed");
  const invoices = await openTab(other, "Invoices");
  await expect(invoices.getByRole("row", { name: /INV-/ })).toHaveCount(1);
});

test("a change elsewhere arrives by itself and leaves what is typed", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.operator);
  const [mail, server] = organization.products;
  const items = [{ product: mail, quantity: "5" }, { product: server }];
  const code = await openNewOrder(page, organization.accounts[0], items);
  const other = await signedIn(organization.administrator);
  await other.goto(`/orders/${code}`);
  const row = other.getByRole("grid", { name: "Products" }).getByRole("row", { name: mail });
  await row.getByRole("spinbutton", { name: "Quantity to deliver" }).fill("4");

  await deliver(page, server);
  await expect(other.getByRole("link", { name: `${code}-1` })).toBeVisible();
  await expect(row.getByRole("spinbutton", { name: "Quantity to deliver" })).toHaveValue("4");
  await expect(other.getByRole("checkbox", { name: `Select ${mail}` })).toBeChecked();
});

test("an order is cancelled with a reason and a comment", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.operator);
  await openNewOrder(page, organization.accounts[0], [{ product: organization.products[0] }]);
  await page.getByRole("button", { name: "Cancel order" }).click();
  const dialog = page.getByRole("dialog", { name: "Cancel order" });
  await expect(dialog.getByRole("combobox", { name: "Reason" })).toHaveValue("Canceled");
  await dialog.getByRole("textbox", { name: "Comment" }).fill("Ordered twice");
  await dialog.getByRole("button", { name: "Cancel order" }).click();
  await expect(status(page)).toHaveText("Canceled");
  await expect(page.getByRole("button", { name: "Execute Order" })).toBeHidden();
  await expect(await openTab(page, "History")).toContainText("Ordered twice");
});

test("a quantity beyond what is left is refused beside its field", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.operator);
  const [mail] = organization.products;
  await openNewOrder(page, organization.accounts[0], [{ product: mail, quantity: "2" }]);
  const quantity = page.getByRole("spinbutton", { name: "Quantity to deliver" });
  for (const wrong of ["3", "0", "-1", "1.5", "NaN", ""]) {
    await quantity.fill(wrong);
    await page.getByRole("button", { name: "Actions" }).click();
    await page.getByRole("menuitem", { name: "Order Delivery" }).click();
    await expect(page.getByText("Enter 1 to 2.")).toBeVisible();
    await expect(quantity).toHaveValue(wrong);
    await expect(quantity).toHaveAttribute("aria-invalid", "true");
  }
});

test("a preview shows what the execution then makes, and changes nothing", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  const [mail, server] = organization.products;
  await openNewOrder(page, organization.accounts[0], [{ product: mail, quantity: "3" }, { product: server }]);
  await page.getByRole("button", { name: "Preview execution" }).click();
  const preview = page.getByRole("dialog", { name: "Preview execution" });
  const lines = preview.getByRole("table", { name: "Invoice lines" });
  await expect(lines.getByRole("row")).toHaveCount(3);
  const line = lines.getByRole("row", { name: mail });
  for (const part of ["3", "€10.00", "20%", "€30.00"]) await expect(line).toContainText(part);
  const totals = preview.getByRole("list", { name: "Invoice totals" });
  for (const part of ["€40.00", "€8.00", "issued", "€48.00"]) await expect(totals).toContainText(part);
  await expect(preview.getByRole("list", { name: "Afterwards" })).toContainText("Executed");
  await preview.getByRole("button", { name: "Done" }).click();
  await page.reload();
  await expect(status(page)).toHaveText("Submitted");
  await execute(page);
  await expect(status(page)).toHaveText("Executed");
  await expect(await openTab(page, "Invoices")).toContainText("€48.00");
});
