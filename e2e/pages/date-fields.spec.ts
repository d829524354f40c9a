import { addDays, localDay } from "../../lib/domain/values/day";
import { openNewOrder } from "../fixtures/orders";
import { expect, test } from "../fixtures/test";

const inDays = (days: number) => addDays(localDay(new Date(), "Europe/Berlin"), days);
const written = (day: string) =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" }).format(new Date(day));

test("the basket takes a typed date when it is left, and keeps an impossible one on screen", async ({
  organization,
  signedIn,
}) => {
  const customer = await signedIn(organization.customer);
  const product = organization.products[0];
  await customer.goto("/storefront");
  const card = customer.getByRole("article", { name: product });
  await card.getByRole("button", { name: "Add to basket" }).click();
  await expect(customer.getByText(`${product} is in your basket`)).toBeVisible();
  await customer.goto("/storefront/basket");
  await customer.getByRole("switch", { name: "Scheduled execution" }).click();
  const date = customer.getByLabel("Execution date");
  await expect(date).toHaveValue(inDays(1));

  // Each step of the day is a complete date, and none is taken before the field is left.
  await date.focus();
  await customer.keyboard.press("ArrowUp");
  await customer.keyboard.press("ArrowUp");
  await expect(date).toBeFocused();
  const typed = await date.inputValue();
  expect(typed).not.toBe(inDays(1));
  await date.press("Enter");
  await expect(date).toBeFocused();

  // A cleared part is no date: it is said, and the day that was taken stays.
  await customer.keyboard.press("Backspace");
  await customer.getByRole("heading", { name: "Basket", level: 1 }).click();
  await expect(customer.getByText("Enter a complete date that exists.")).toBeVisible();
  await expect(date).toHaveValue("");

  // Chosen in the picker, which sets the whole value at once.
  await date.fill(inDays(9));
  await expect(customer.getByText(`Executed on ${written(inDays(9))}`)).toBeVisible();
  await customer.reload();
  await expect(date).toHaveValue(inDays(9));
});

test("the Execute dialog sends no date that is incomplete, out of range or unusual and not confirmed", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  const code = await openNewOrder(page, organization.accounts[0], [{ product: organization.products[0] }]);
  await page.getByRole("button", { name: "Execute Order" }).click();
  const dialog = page.getByRole("dialog");
  const date = dialog.getByLabel("Start date");
  const execute = dialog.getByRole("button", { name: "Execute", exact: true });

  await date.fill("2099-12-31");
  await execute.click();
  await expect(dialog.getByText(/Choose a date from/)).toBeVisible();
  await expect(date).toHaveValue("2099-12-31");

  await date.fill(inDays(60));
  await execute.click();
  await expect(dialog.getByText("Confirm this date, or choose another one.")).toBeVisible();
  await dialog.getByRole("checkbox", { name: /^Yes, start on/ }).check();
  await execute.click();
  await expect(page.getByText(`Order ${code} executed`)).toBeVisible();
});
