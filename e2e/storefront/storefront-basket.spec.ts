import { holdAnswer } from "../fixtures/held-answer";
import { checkout, fillBasket } from "../fixtures/shop";
import { expect, test } from "../fixtures/test";

const howTo = "Write a domain name like example.com, without https:// or a path.";

test("a value of another kind is refused at its field, on the product's page and in the basket", async ({
  shop,
  signedIn,
}) => {
  const page = await signedIn(shop.customer);
  await page.goto("/storefront");
  await page.getByRole("link", { name: shop.configuredProduct }).click();
  const value = page.getByRole("textbox", { name: "Domain name" });
  await value.fill("https://violet.example/");
  await page.getByRole("button", { name: "Add to basket" }).click();
  await expect(page.getByText(howTo)).toBeVisible();
  await expect(value).toBeFocused();
  await value.fill("");
  await page.getByRole("button", { name: "Add to basket" }).click();
  await expect(page.getByText(`${shop.configuredProduct} is in your basket`)).toBeVisible();

  await page.goto("/storefront/basket");
  await value.fill("violet");
  await page.getByRole("link", { name: "Checkout" }).click();
  await expect(page.getByText(howTo)).toBeVisible();
  await expect(value).toBeFocused();
  await expect(page).toHaveURL(/\/basket$/);
  await value.fill("violet.example");
  await page.getByRole("link", { name: "Checkout" }).click();
  await page.waitForURL(/\/storefront\/checkout/);
  await expect(page.getByRole("list", { name: "Your order" })).toContainText("Domain name: violet.example");
});

test("what is invalid in the basket stops Checkout with the focus on it; what is on screen is ordered", async ({
  shop,
  signedIn,
}) => {
  const page = await signedIn(shop.customer);
  await fillBasket(page, shop.product);
  await page.goto("/storefront/basket");
  const quantity = page.getByRole("spinbutton", { name: "Quantity" });
  for (const wrong of ["0", "", "1.5", "1000001"]) {
    await quantity.fill(wrong);
    await page.getByRole("link", { name: "Checkout" }).click();
    await expect(quantity).toBeFocused();
    await expect(quantity).toHaveAttribute("aria-invalid", "true");
  }
  await expect(page).toHaveURL(/\/basket$/);
  await quantity.fill("2");
  await page.getByRole("switch", { name: "Scheduled execution" }).click();
  const date = page.getByLabel("Execution date");
  await expect(date).toBeVisible();
  await date.fill("2099-01-01");
  await page.getByRole("link", { name: "Checkout" }).click();
  await expect(date).toBeFocused();
  await expect(page.getByText(/^Choose a date from/)).toBeVisible();
  await page.getByRole("switch", { name: "Scheduled execution" }).click();
  await expect(date).toBeHidden();

  const held = await holdAnswer(page, (request) => request.method() === "POST");
  await quantity.fill("5");
  await page.getByRole("link", { name: "Checkout" }).click();
  await held.asked;
  await held.answer();
  await page.waitForURL(/\/storefront\/checkout/);
  await expect(page.getByRole("list", { name: "Your order" })).toContainText(
    "5 × €10.00 per month, excl. tax",
  );
  await expect(page.getByRole("heading", { name: "Invoice to" })).toBeVisible();
  const summary = page.getByRole("region", { name: "Summary" });
  await expect(summary).toContainText("Due now");
  await expect(summary).toContainText("Then each month");
  await expect(summary).toContainText("€60.00");
});

test("the focus stays where it was after each change of the basket", async ({ shop, signedIn }) => {
  const page = await signedIn(shop.customer);
  await page.goto("/storefront");
  for (const product of [shop.product, shop.configuredProduct]) {
    const add = page
      .getByRole("article", { name: product, exact: true })
      .getByRole("button", { name: "Add to basket" });
    await add.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByText(`${product} is in your basket`)).toBeVisible();
    await expect(add).toBeFocused();
  }
  await page.goto("/storefront/basket");
  const lines = page.getByRole("list", { name: "Basket" }).getByRole("listitem");
  const quantity = lines.first().getByRole("spinbutton", { name: "Quantity" });
  await quantity.fill("4");
  await quantity.press("Enter");
  await expect(lines.first()).toContainText("€40.00");
  await expect(quantity).toBeFocused();

  const remove = (product: string) => page.getByRole("button", { name: `Remove ${product}` });
  await remove(shop.product).focus();
  await page.keyboard.press("Enter");
  await expect(lines).toHaveCount(1);
  await expect(remove(shop.configuredProduct)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Your basket is empty")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Basket" })).toBeFocused();
});

test("the catalogue finds what was mistyped, and says so", async ({ shop, signedIn }) => {
  const page = await signedIn(shop.customer);
  await page.goto("/storefront");
  const search = page.getByRole("searchbox", { name: "Search the catalogue" });
  await search.fill("registraton domian");
  await search.press("Enter");
  await expect(page.getByText("No product is called “registraton domian”.")).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(1);
  await page.getByRole("article").getByRole("button", { name: "Add to basket" }).click();
  await expect(page.getByText(`${shop.configuredProduct} is in your basket`)).toBeVisible();
  await checkout(page);
});
