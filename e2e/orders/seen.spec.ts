import type { Page } from "@playwright/test";
import { deliver, execute, openNewOrder, openTab, status } from "../fixtures/orders";
import { withoutLive } from "../fixtures/session";
import { expect, test } from "../fixtures/test";

/** A colleague makes it so many units, while somebody looks at a question about the order. */
async function colleagueEdits(colleague: Page, code: string, units: string): Promise<void> {
  await colleague.goto(`/orders/${code}/edit`);
  await colleague.getByRole("grid", { name: "Items" }).getByRole("spinbutton").fill(units);
  await colleague.getByRole("button", { name: "Save" }).click();
  await colleague.waitForURL(new RegExp(`/orders/${code}$`));
}

const changed = (page: Page) => page.getByRole("alert").filter({ hasText: "changed while you were looking" });
const goOn = (page: Page) => changed(page).getByRole("button", { name: "Continue with the change" });

for (const live of [true, false]) {
  test(`Execute shows before and now when a colleague changes the order, ${live ? "as it happens" : "also where the page heard nothing"}`, async ({
    organization,
    signedIn,
  }) => {
    const page = await signedIn(organization.operator);
    if (!live) await withoutLive(page);
    const colleague = await signedIn(organization.administrator);
    const [product] = organization.products;
    const code = await openNewOrder(page, organization.accounts[0], [{ product, quantity: "10" }]);
    await page.getByRole("button", { name: "Execute Order" }).click();
    const dialog = page.getByRole("dialog", { name: "Execute Order" });
    const made = dialog.getByRole("region", { name: "What will be made" });
    await expect(made).toContainText("€120.00");
    const button = dialog.getByRole("button", { name: "Execute", exact: true });
    const place = await button.boundingBox();

    await colleagueEdits(colleague, code, "15");
    if (live) await expect(changed(page)).toBeVisible();
    await button.click();
    await expect(changed(page)).toContainText("€120.00 → €180.00");
    await expect(changed(page)).toContainText("10 units, €120.00 → 15 units, €180.00");
    expect(await button.boundingBox()).toEqual(place);
    await expect(made).toContainText("€120.00");
    await expect(status(page)).toHaveText("Submitted");

    await goOn(page).click();
    await expect(made).toContainText("€180.00");
    await button.click();
    await expect(dialog).toBeHidden();
    await expect(status(page)).toHaveText("Executed");
    await expect(await openTab(page, "Invoices")).toContainText("€180.00");
  });
}

test("Preview, Order Delivery and Cancel show what a colleague changed, and ask again", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  const colleague = await signedIn(organization.administrator);
  const [product] = organization.products;
  const code = await openNewOrder(page, organization.accounts[0], [{ product, quantity: "10" }]);

  await page.getByRole("button", { name: "Preview execution" }).click();
  const totals = page.getByRole("list", { name: "Invoice totals" });
  await expect(totals).toContainText("€120.00");
  await colleagueEdits(colleague, code, "11");
  await expect(changed(page)).toContainText("€120.00 → €132.00");
  await expect(totals).toContainText("€120.00");
  await goOn(page).click();
  await expect(totals).toContainText("€132.00");
  await page.getByRole("button", { name: "Done" }).click();

  await page.getByRole("checkbox", { name: `Select ${product}` }).check();
  await page.getByRole("button", { name: "Actions" }).click();
  await page.getByRole("menuitem", { name: "Order Delivery" }).click();
  const delivery = page.getByRole("dialog", { name: "Order Delivery" });
  await colleagueEdits(colleague, code, "12");
  await expect(changed(page)).toContainText("11 units, €132.00 → 12 units, €144.00");
  await goOn(page).click();
  await expect(delivery.getByRole("list", { name: "Products of the sub-order" })).toContainText("11 of 12");
  await delivery.getByRole("button", { name: "Back" }).click();

  await page.getByRole("button", { name: "Cancel order" }).click();
  const cancelling = page.getByRole("dialog", { name: "Cancel order" });
  await cancelling.getByRole("textbox", { name: "Comment" }).fill("Not wanted");
  await colleagueEdits(colleague, code, "13");
  await expect(changed(page)).toContainText("€144.00 → €156.00");
  await cancelling.getByRole("button", { name: "Cancel order" }).click();
  await expect(changed(page)).toBeFocused();
  await expect(status(page)).toHaveText("Submitted");
  await goOn(page).click();
  await expect(cancelling.getByRole("textbox", { name: "Comment" })).toHaveValue("Not wanted");
  await cancelling.getByRole("button", { name: "Cancel order" }).click();
  await expect(status(page)).toHaveText("Canceled");
});

test("Cancel the remainder tells that a colleague executed more meanwhile", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  const colleague = await signedIn(organization.administrator);
  const [product] = organization.products;
  const code = await openNewOrder(page, organization.accounts[0], [{ product, quantity: "10" }]);
  await deliver(page, product, "2");
  await page.goto(`/orders/${code}-1`);
  await execute(page);
  await expect(status(page)).toHaveText("Executed");

  await page.goto(`/orders/${code}?tab=sub-orders`);
  await page.getByRole("button", { name: "Cancel the remainder" }).click();
  const dialog = page.getByRole("dialog", { name: "Cancel the remainder" });
  await expect(dialog.getByRole("list", { name: "Products to cancel" })).toContainText("8 of 10");
  await colleague.goto(`/orders/${code}`);
  await deliver(colleague, product, "3");
  await colleague.goto(`/orders/${code}-2`);
  await execute(colleague);
  await expect(status(colleague)).toHaveText("Executed");
  await expect(changed(page)).toContainText("8 units, €96.00 → 5 units, €60.00");
  // The delivery alone already moved units. The execution is what makes the total less.
  await expect(changed(page)).toContainText("€96.00 → €60.00");
  await goOn(page).click();
  await expect(dialog.getByRole("list", { name: "Products to cancel" })).toContainText("5 of 10");
});
