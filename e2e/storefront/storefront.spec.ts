import type { Page } from "@playwright/test";
import { execute, openTab, status } from "../fixtures/orders";
import { addToBasket, checkout, fillBasket, openNewPurchase } from "../fixtures/shop";
import { expect, test } from "../fixtures/test";

/** Whole errands of those who buy, those who approve and those who execute, each in a browser of their own. */

async function pay(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Pay .*110\.00 now$/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Simulated payment" })).toBeVisible();
  await page.getByRole("button", { name: "Pay", exact: true }).click();
  await expect(
    page.getByRole("status").filter({ hasText: "We received your payment of €110.00" }),
  ).toBeVisible();
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
  await expect(one.getByText("The product starts once you fill this in.")).toBeHidden();

  for (const tab of [one, other]) await tab.goto("/storefront/checkout");
  await Promise.all([one, other].map((tab) => tab.getByRole("button", { name: "Place order" }).click()));
  await Promise.all([one, other].map((tab) => tab.waitForURL(/\/billing\/orders\/\d+/)));
  expect(new URL(one.url()).pathname).toBe(new URL(other.url()).pathname);
  await expect(status(one)).toHaveText("Executed");
  const code = new URL(one.url()).pathname.split("/").at(-1) ?? "";

  await one.getByRole("navigation", { name: "Shop" }).getByRole("link", { name: "Billing" }).click();
  const orders = one.getByRole("table", { name: "Orders" });
  await expect(orders.getByRole("row", { name: /Executed/ })).toHaveCount(1);
  await expect(orders.getByRole("columnheader")).toHaveText(["Order no.", "Date", "Total", "Status"]);

  const operator = await signedIn(shop.operator);
  await operator.goto(`/orders/${code}`);
  await expect(status(operator)).toHaveText("Executed");
  const invoices = await openTab(operator, "Invoices");
  await expect(invoices.getByRole("link", { name: /^INV-/ })).toHaveCount(1);
});

test("a product is found, filled in on its page, and ordered with what it needs", async ({
  shop,
  signedIn,
}) => {
  const customer = await signedIn(shop.customer);
  await customer.goto("/storefront");
  const search = customer.getByRole("searchbox", { name: "Search the catalogue" });
  await search.fill("no such thing");
  await search.press("Enter");
  await expect(customer.getByText("Nothing found for “no such thing”")).toBeVisible();
  await search.fill("domain");
  await search.press("Enter");
  await expect(customer.getByRole("article")).toHaveCount(1);
  await customer.getByRole("link", { name: shop.configuredProduct }).click();

  await customer.getByRole("textbox", { name: "Domain name" }).fill("violet.example");
  await customer.getByRole("spinbutton", { name: "Quantity" }).fill("2");
  await customer.waitForFunction(() =>
    Object.values(sessionStorage).some((kept) => kept.includes("violet.example") && kept.includes('"2"')),
  );
  await customer.reload();
  await expect(customer.getByRole("textbox", { name: "Domain name" })).toHaveValue("violet.example");
  await expect(customer.getByRole("spinbutton", { name: "Quantity" })).toHaveValue("2");
  await customer.getByRole("button", { name: "Add to basket" }).click();
  await expect(customer.getByText(`${shop.configuredProduct} is in your basket`)).toBeVisible();
  await customer.goto("/storefront/basket");
  await expect(customer.getByRole("textbox", { name: "Domain name" })).toHaveValue("violet.example");
  await checkout(customer);
  await expect(status(customer)).toHaveText("Executed");
});

test("customer and reseller sign in and out by the form, and the basket is there again", async ({
  shop,
  browser,
}) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const signIn = async (email: string) => {
    await page.goto("/login");
    await page.getByRole("textbox", { name: "Email" }).fill(email);
    await page.getByRole("textbox", { name: "Password" }).fill("demo-demo-demo");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(/\/storefront/);
  };
  const signOut = async () => {
    await page.getByRole("button", { name: /^User menu/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await expect(page).toHaveURL(/\/login/);
  };
  await signIn(shop.customer);
  await addToBasket(page, shop.product);
  await signOut();
  await page.goto("/storefront/basket");
  await expect(page).toHaveURL(/\/login/);

  await signIn(shop.reseller);
  await page.goto("/storefront/basket");
  await expect(page.getByText("Your basket is empty")).toBeVisible();
  await page.goto("/storefront/approvals");
  await expect(page.getByRole("heading", { level: 1, name: "Approvals" })).toBeVisible();
  await signOut();

  await signIn(shop.customer);
  await page.goto("/storefront/basket");
  await expect(page.getByRole("list", { name: "Basket" }).getByRole("listitem")).toHaveCount(1);
  await checkout(page);
  await expect(status(page)).toHaveText("Executed");
  await context.close();
});

test("over credit: told before, submitted all the same, and executed by being paid", async ({
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
    "exceeds your available credit by €110.00",
  );
  const code = await checkout(customer);
  await expect(status(customer)).toHaveText("In Progress / Submitted");
  const wait = customer.getByRole("region", { name: "Why it waits" });
  await expect(wait).toContainText("€110.00");

  await operator.goto(`/orders/${code}`);
  await expect(status(operator)).toHaveText("Submitted");
  const ribbon = operator.getByRole("region", { name: "Why not executed" });
  await expect(ribbon).toContainText("€110.00 short");

  await pay(customer);
  await expect(customer.getByText(`Order ${code} is executed.`)).toBeVisible();
  await expect(status(customer)).toHaveText("Executed");
  await expect(wait).toBeHidden();
  await expect(status(operator)).toHaveText("Executed");
  await expect(ribbon).toBeHidden();
  await operator.goto(`/orders/${code}?tab=history`);
  const history = operator.getByRole("tabpanel", { name: "History" });
  await expect(history).toContainText("€110.00 paid online");
  await expect(history).toContainText("Online payment");
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
  const code = await openNewPurchase(customer, shop.product);
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
  await expect(row).toContainText("€100.00");
  await row.getByRole("button", { name: "Approve" }).click();
  const dialog = reseller.getByRole("dialog", { name: `Approve order ${code}` });
  await dialog.getByRole("textbox", { name: "Comment" }).fill("A good choice");
  await dialog.getByRole("button", { name: "Approve order" }).click();
  await expect(row).toBeHidden();
  await reseller.goto(`/storefront/approvals/${code}`);
  await expect(status(reseller)).toHaveText("Executed");

  await operator.goto(`/orders/${code}?tab=history`);
  await expect(status(operator)).toHaveText("Executed");
  await expect(operator.getByRole("tabpanel", { name: "History" })).toContainText("Approved by the reseller");
  await customer.reload();
  await expect(status(customer)).toHaveText("Executed");
  await expect(customer.getByText("A good choice", { exact: true })).toBeVisible();
});

test("the reseller cancels on the order's page, and customer and operator read why", async ({
  shop,
  signedIn,
}) => {
  const [customer, reseller] = [await signedIn(shop.resellerCustomer), await signedIn(shop.reseller)];
  const operator = await signedIn(shop.operator);
  const code = await openNewPurchase(customer, shop.product);
  await operator.goto(`/orders/${code}`);
  await expect(status(operator)).toHaveText("Pending Reseller Approval");

  await reseller.goto("/storefront/approvals");
  const queue = reseller.getByRole("table", { name: "Approvals" });
  await queue.getByRole("link", { name: code }).click();
  await expect(reseller.getByRole("heading", { level: 1, name: `Order ${code}` })).toBeVisible();
  await expect(reseller.getByText("Margin")).toBeVisible();
  await reseller.getByRole("button", { name: "Cancel" }).click();
  const dialog = reseller.getByRole("dialog", { name: `Cancel order ${code}` });
  await dialog.getByRole("textbox", { name: "Comment" }).fill("Not in this quarter");
  await dialog.getByRole("button", { name: "Cancel order" }).click();
  await expect(status(reseller)).toHaveText("Canceled by reseller");
  await reseller.goto("/storefront/approvals");
  await expect(reseller.getByText("Nothing waits for you")).toBeVisible();

  await expect(status(operator)).toHaveText("Canceled by Reseller");
  await expect(await openTab(operator, "History")).toContainText("Not in this quarter");
  await customer.reload();
  await expect(status(customer)).toHaveText("Canceled by reseller");
  await expect(customer.getByText("Not in this quarter", { exact: true })).toBeVisible();

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
  await fillBasket(customer, shop.product);
  await operator.goto("/orders?source=storefront");
  const orders = operator.getByRole("table", { name: "Orders" });
  await expect(orders.getByRole("row", { name: /Draft/ })).toHaveCount(0);
  await operator.getByRole("button", { name: "Status", expanded: false }).click();
  await operator.getByRole("menuitemcheckbox", { name: "Draft" }).click();
  await orders.getByRole("row", { name: /Draft/ }).getByRole("link").first().click();
  await expect(status(operator)).toHaveText("Draft");
  for (const name of ["Execute Order", "Edit", "Cancel order", "Actions"]) {
    await expect(operator.getByRole("button", { name, exact: true })).toBeHidden();
  }
});

test("an open invoice is paid in the Storefront, and the page says so", async ({ shop, signedIn }) => {
  const page = await signedIn(shop.customer);
  await openNewPurchase(page, shop.product);
  await expect(status(page)).toHaveText("Executed");
  await page.goto("/storefront/billing/invoices");
  const pay = page.getByRole("table", { name: "Invoices" }).getByRole("button", { name: /^Pay invoice / });
  const number = ((await pay.first().getAttribute("aria-label")) ?? "").replace("Pay invoice ", "");
  await pay.first().click();
  await expect(page.getByText(`For invoice ${number}.`)).toBeVisible();
  await page.getByRole("button", { name: "Pay", exact: true }).click();
  await expect(page.getByText(`Invoice ${number} is paid.`)).toBeVisible();
  await expect(page.getByRole("button", { name: `Pay invoice ${number}` })).toBeHidden();
});
