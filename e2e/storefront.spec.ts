import type { Page } from "@playwright/test";
import { execute, status } from "./fixtures/orders";
import { expect, test } from "./fixtures/test";

/** Whole errands of those who buy, those who approve and those who execute, each in a browser of their own. */

async function addToBasket(page: Page, product: string): Promise<void> {
  await page.goto("/storefront");
  const card = page.getByRole("article", { name: product, exact: true });
  await card.getByRole("button", { name: "Add to basket" }).click();
  await expect(page.getByText(`${product} is in your basket`)).toBeVisible();
}

/** Orders what is in the basket, and answers the order's number; its page is open then. */
async function checkout(page: Page): Promise<string> {
  await page.goto("/storefront/basket");
  await page.getByRole("link", { name: "Checkout" }).click();
  await page.getByRole("button", { name: "Place order" }).click();
  await page.waitForURL(/\/storefront\/billing\/orders\/\d+\?placed/);
  const code = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  await expect(page.getByRole("heading", { level: 1, name: `Order ${code}` })).toBeVisible();
  return code;
}

async function pay(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Pay .*110\.00 now$/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Simulated payment" })).toBeVisible();
  await page.getByRole("button", { name: "Pay", exact: true }).click();
  await expect(page.getByText("Your payment has arrived.")).toBeVisible();
}

test("a basket outlasts the session, is ordered twice by mistake, and is executed once", async ({
  shop,
  signedIn,
}) => {
  const page = await signedIn(shop.customer);
  await addToBasket(page, shop.product);
  await addToBasket(page, shop.configuredProduct);
  await page.context().clearCookies();

  const [one, other] = [await signedIn(shop.customer), await signedIn(shop.customer)];
  await one.goto("/storefront/basket");
  const item = one.getByRole("list", { name: "Basket" }).getByRole("listitem", { name: shop.product });
  await item.getByRole("spinbutton", { name: "Quantity" }).fill("3");
  await item.getByRole("spinbutton", { name: "Quantity" }).press("Enter");
  const summary = one.getByRole("region", { name: "Summary" });
  await expect(summary).toContainText("€48.00");
  await one.getByRole("textbox", { name: "Domain name" }).fill("violet.example");
  await one.getByRole("textbox", { name: "Domain name" }).press("Enter");
  await expect(one.getByText("Still missing")).toBeHidden();

  for (const tab of [one, other]) await tab.goto("/storefront/checkout");
  await Promise.all([one, other].map((tab) => tab.getByRole("button", { name: "Place order" }).click()));
  await Promise.all([one, other].map((tab) => tab.waitForURL(/\/billing\/orders\/\d+/)));
  expect(new URL(one.url()).pathname).toBe(new URL(other.url()).pathname);
  await expect(status(one)).toHaveText("Executed");

  await one.getByRole("navigation", { name: "Shop" }).getByRole("link", { name: "Billing" }).click();
  const orders = one.getByRole("table", { name: "Orders" });
  await expect(orders.getByRole("row", { name: /Executed/ })).toHaveCount(1);
  await expect(orders.getByRole("columnheader")).toHaveText(["Order no.", "Date", "Total", "Status"]);
});

test("over credit: told before, submitted all the same, paid, and executed from BSS", async ({
  shop,
  signedIn,
}) => {
  const [customer, operator] = [await signedIn(shop.poorCustomer), await signedIn(shop.operator)];
  await customer.goto("/storefront");
  const card = customer.getByRole("article", { name: shop.product, exact: true });
  await card.getByRole("link", { name: shop.product }).click();
  await customer.getByRole("spinbutton", { name: "Quantity" }).fill("10");
  await customer.getByRole("button", { name: "Add to basket" }).click();
  await expect(customer.getByText(`${shop.product} is in your basket`)).toBeVisible();
  await customer.goto("/storefront/basket");
  await expect(customer.getByRole("main").getByRole("alert")).toContainText(
    "exceeds your available credit by 110.00 EUR",
  );
  const code = await checkout(customer);
  await expect(status(customer)).toHaveText("In Progress / Submitted");
  const wait = customer.getByRole("region", { name: "Why it waits" });
  await expect(wait).toContainText("110.00 EUR");

  await operator.goto(`/orders/${code}`);
  await expect(status(operator)).toHaveText("Submitted");
  const ribbon = operator.getByRole("region", { name: "Why not executed" });
  await expect(ribbon).toContainText("110.00 EUR are missing");

  await pay(customer);
  await expect(wait).toBeHidden();
  await operator.reload();
  await expect(ribbon).toBeHidden();
  await execute(operator);
  await expect(status(operator)).toHaveText("Executed");
  await customer.goto(`/storefront/billing/orders/${code}`);
  await expect(status(customer)).toHaveText("Executed");
});

test("over credit: the difference is paid at the basket, and the order executed at once", async ({
  shop,
  signedIn,
}) => {
  const customer = await signedIn(shop.poorCustomer);
  await addToBasket(customer, shop.product);
  await customer.goto("/storefront/basket");
  const quantity = customer.getByRole("spinbutton", { name: "Quantity" });
  await quantity.fill("10");
  await quantity.press("Enter");
  await pay(customer);
  await expect(customer.getByRole("alert").filter({ hasText: "credit" })).toBeHidden();
  await customer.getByRole("button", { name: "Place order" }).click();
  await expect(status(customer)).toHaveText("Executed");
});

test("a held order says that the reseller has to approve it, and is executed once they do", async ({
  shop,
  signedIn,
}) => {
  const customer = await signedIn(shop.resellerCustomer);
  const [reseller, operator] = [await signedIn(shop.reseller), await signedIn(shop.operator)];
  await addToBasket(customer, shop.product);
  const code = await checkout(customer);
  await expect(status(customer)).toHaveText("Waiting for approval");

  await operator.goto(`/orders/${code}`);
  const ribbon = operator.getByRole("region", { name: "Why not executed" });
  await expect(ribbon).toContainText("Meridian has not approved the order yet.");
  await expect(operator.getByRole("button", { name: "Execute Order" })).toBeHidden();
  await ribbon.getByRole("link", { name: "Open the reseller" }).click();
  await expect(operator.getByRole("heading", { level: 1, name: "Meridian" })).toBeVisible();

  await reseller.goto("/storefront/approvals");
  const row = reseller.getByRole("table", { name: "Approvals" }).getByRole("row", { name: code });
  await expect(row).toContainText("Willow");
  await expect(row).toContainText("€4.00");
  await row.getByRole("link", { name: code }).click();
  await expect(reseller.getByText("Margin")).toBeVisible();
  await reseller.getByRole("button", { name: "Approve" }).click();
  const dialog = reseller.getByRole("dialog", { name: `Approve order ${code}` });
  await dialog.getByRole("textbox", { name: "Comment" }).fill("A good choice");
  await dialog.getByRole("button", { name: "Approve order" }).click();
  await expect(status(reseller)).toHaveText("Executed");

  await operator.goto(`/orders/${code}?tab=history`);
  await expect(status(operator)).toHaveText("Executed");
  await expect(operator.getByRole("tabpanel", { name: "History" })).toContainText("Approved by the reseller");
  await customer.reload();
  await expect(status(customer)).toHaveText("Executed");
  await expect(customer.getByText("A good choice")).toBeVisible();
});

test("the reseller cancels from the queue, and the customer reads why", async ({ shop, signedIn }) => {
  const [customer, reseller] = [await signedIn(shop.resellerCustomer), await signedIn(shop.reseller)];
  await addToBasket(customer, shop.product);
  const code = await checkout(customer);

  await reseller.goto("/storefront/approvals");
  const row = reseller.getByRole("table", { name: "Approvals" }).getByRole("row", { name: code });
  await row.getByRole("button", { name: "Cancel" }).click();
  const dialog = reseller.getByRole("dialog", { name: `Cancel order ${code}` });
  await dialog.getByRole("textbox", { name: "Comment" }).fill("Not in this quarter");
  await dialog.getByRole("button", { name: "Cancel order" }).click();
  await expect(row).toBeHidden();
  await expect(reseller.getByText("Nothing waits for you")).toBeVisible();

  await customer.reload();
  await expect(status(customer)).toHaveText("Canceled by reseller");
  await expect(customer.getByText("Not in this quarter")).toBeVisible();

  await reseller.goto("/storefront/customers");
  await reseller.getByText("Willow").waitFor();
  await reseller.getByRole("switch", { name: "Order approval of Willow" }).click();
  await expect(reseller.getByRole("switch", { name: "Order approval of Willow" })).not.toBeChecked();
  await addToBasket(customer, shop.product);
  await checkout(customer);
  await expect(status(customer)).toHaveText("Executed");
});

test("what our staff sets up is ordered apart, and delivered by BSS", async ({ shop, signedIn }) => {
  const [customer, operator] = [await signedIn(shop.customer), await signedIn(shop.operator)];
  await addToBasket(customer, shop.product);
  const card = customer.getByRole("article", { name: shop.staffProduct, exact: true });
  await card.getByRole("button", { name: "Add to basket" }).click();
  await expect(card.getByRole("alert")).toContainText("needs an order of its own");
  await card.getByRole("button", { name: "Empty the basket and add it" }).click();
  await expect(customer.getByText(`${shop.staffProduct} is in your basket`)).toBeVisible();
  await customer.goto("/storefront/basket");
  await expect(customer.getByRole("list", { name: "Basket" }).getByRole("listitem")).toHaveCount(1);
  const code = await checkout(customer);
  await expect(status(customer)).toHaveText("In Progress / Submitted");

  await operator.goto("/dashboard");
  const manual = operator.getByRole("region", { name: "Orders for manual management" });
  await manual.getByRole("link", { name: code }).click();
  await execute(operator);
  await expect(status(operator)).toHaveText("Executed");
  await customer.reload();
  await expect(status(customer)).toHaveText("Executed");
});

test("a basket is read in BSS and not touched there", async ({ shop, signedIn }) => {
  const [customer, operator] = [await signedIn(shop.customer), await signedIn(shop.operator)];
  await addToBasket(customer, shop.product);
  await operator.goto("/orders?source=storefront");
  await operator
    .getByRole("table", { name: "Orders" })
    .getByRole("row", { name: /Draft/ })
    .getByRole("link")
    .first()
    .click();
  await expect(status(operator)).toHaveText("Draft");
  for (const name of ["Execute Order", "Edit", "Cancel order", "Actions"]) {
    await expect(operator.getByRole("button", { name, exact: true })).toBeHidden();
  }
});
