import type { Page } from "@playwright/test";
import { addItem, execute, openNewOrder, openTab, pick, status } from "../fixtures/orders";
import { fillBasket } from "../fixtures/shop";
import { expect, test } from "../fixtures/test";

/** What is sent next is done, and the browser never hears of it. */
async function loseNextAnswer(page: Page, under = "/orders"): Promise<void> {
  let lost = false;
  await page.route(
    (url) => url.pathname.startsWith(under),
    async (route) => {
      if (lost || route.request().method() !== "POST") return route.fallback();
      lost = true;
      await route.fetch();
      await route.abort();
    },
  );
}

test("an order whose answer got lost is not made twice, not even after a reload", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  const [account] = organization.accounts;
  await page.goto("/orders/new");
  await pick(page, "Account", account);
  await addItem(page, organization.products[0]);
  await page.getByRole("textbox", { name: "Name" }).fill("Ordered on a bad line");
  await loseNextAnswer(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").filter({ hasText: /\S/ })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Ordered on a bad line");

  await page.reload();
  await expect(page.getByText("What you typed before is here again.")).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(/\/orders\/\d+$/);
  await expect(page.getByText("Ordered on a bad line").first()).toBeVisible();
  await page.goto("/orders?q=Ordered+on+a+bad+line");
  await expect(page.getByRole("table", { name: "Orders" }).getByRole("row")).toHaveCount(2);
});

test("an execution whose answer got lost is executed once", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.operator);
  await openNewOrder(page, organization.accounts[0], [{ product: organization.products[0] }]);
  await loseNextAnswer(page);
  await execute(page);
  const dialog = page.getByRole("dialog", { name: "Execute Order" });
  const again = dialog.getByRole("button", { name: "Execute" });
  // Whether or not the page has heard meanwhile, by its live connection, that the order is executed.
  await expect(dialog.getByRole("alert").filter({ hasText: /\S/ })).toBeVisible();
  await again.click();
  await expect(dialog).toBeHidden();
  await expect(status(page)).toHaveText("Executed");
  const invoices = await openTab(page, "Invoices");
  await expect(invoices.getByRole("row")).toHaveCount(2);
});

test("an order that was placed and whose answer got lost is led to, also after a reload", async ({
  shop,
  signedIn,
}) => {
  const page = await signedIn(shop.customer);
  await fillBasket(page, shop.product);
  await page.goto("/storefront/checkout");
  await loseNextAnswer(page, "/storefront/checkout");
  await page.getByRole("button", { name: "Place order" }).click();
  await page.waitForURL(/\/storefront\/billing\/orders\/\d+\?placed/);
  const code = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  await expect(page.getByRole("heading", { level: 1, name: `Order ${code}` })).toBeVisible();

  await page.goto("/storefront/checkout");
  await page.getByRole("link", { name: `Open order ${code}` }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Order ${code}` })).toBeVisible();
});
