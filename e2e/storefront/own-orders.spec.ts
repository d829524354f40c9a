import { status } from "../fixtures/orders";
import { openNewPurchase } from "../fixtures/shop";
import { expect, test } from "../fixtures/test";

/** What customers do with what they ordered. */

test("a missing value is filled in on the order's page, which has the order executed, and every open page shows it", async ({
  shop,
  signedIn,
}) => {
  const [page, colleague, operator] = [
    await signedIn(shop.customer),
    await signedIn(shop.customer),
    await signedIn(shop.operator),
  ];
  const code = await openNewPurchase(page, shop.configuredProduct);
  await expect(status(page)).toHaveText("In Progress / Submitted");
  await colleague.goto(`/storefront/billing/orders/${code}`);
  await operator.goto(`/orders/${code}`);
  await expect(operator.getByRole("region", { name: "Why not executed" })).toBeVisible();

  await page.getByRole("button", { name: "Save values" }).click();
  const value = page.getByRole("textbox", { name: "Domain name" });
  await expect(page.getByText("Enter a value.")).toBeVisible();
  await expect(value).toBeFocused();
  await value.fill("no domain");
  await page.getByRole("button", { name: "Save values" }).click();
  await expect(page.getByText(/^Write a domain name/)).toBeVisible();
  await value.fill("violet.example");
  await page.getByRole("button", { name: "Save values" }).click();
  for (const open of [page, colleague, operator]) await expect(status(open)).toHaveText("Executed");
  await expect(colleague.getByText("Domain name: violet.example")).toBeVisible();
  await expect(colleague.getByRole("button", { name: "Save values" })).toBeHidden();
});

test("a customer cancels a submitted order as it was shown, also when staff change it meanwhile", async ({
  shop,
  signedIn,
}) => {
  const [page, operator] = [await signedIn(shop.customer), await signedIn(shop.operator)];
  const code = await openNewPurchase(page, shop.staffProduct);
  await page.getByRole("button", { name: "Cancel order" }).click();
  const dialog = page.getByRole("dialog", { name: `Cancel order ${code}` });
  await expect(dialog).toContainText("€12.00");

  await operator.goto(`/orders/${code}/edit`);
  await operator.getByRole("grid", { name: "Items" }).getByRole("spinbutton").fill("3");
  await operator.getByRole("button", { name: "Save" }).click();
  await operator.waitForURL(new RegExp(`/orders/${code}$`));

  await expect(dialog.getByText("This order changed while you were looking:")).toBeVisible();
  await expect(dialog).toContainText("€12.00 → €36.00");
  await dialog.getByRole("button", { name: "Continue with the change" }).click();
  await dialog.getByRole("button", { name: "Cancel order" }).dblclick();
  await expect(status(page)).toHaveText("Canceled");
  await expect(page.getByRole("button", { name: "Cancel order" })).toBeHidden();
  await expect(status(operator)).toHaveText("Canceled");
});

test("a reseller who decides too late reads who decided, and what", async ({ shop, signedIn }) => {
  const customer = await signedIn(shop.resellerCustomer);
  const code = await openNewPurchase(customer, shop.product);
  const [first, late] = [await signedIn(shop.reseller), await signedIn(shop.reseller)];
  for (const page of [first, late]) {
    await page.goto(`/storefront/approvals/${code}`);
    await page.getByRole("button", { name: "Approve" }).click();
  }
  const approve = `Approve order ${code}`;
  await first.getByRole("dialog", { name: approve }).getByRole("button", { name: "Approve order" }).click();
  await expect(status(first)).toHaveText("Executed");
  const dialog = late.getByRole("dialog", { name: approve });
  await dialog.getByRole("button", { name: "Approve order" }).click();
  await expect(dialog.getByRole("alert")).toContainText("has already approved this order");
  await dialog.getByRole("button", { name: "Back" }).click();
  await expect(status(late)).toHaveText("Executed");
  await expect(late.getByRole("button", { name: "Approve" })).toBeHidden();
});
