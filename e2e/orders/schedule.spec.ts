import type { Page } from "@playwright/test";
import { addDays, localDay, startOfDay } from "../../lib/domain/values/day";
import { status } from "../fixtures/orders";
import { expect, test } from "../fixtures/test";

const inDays = (days: number) => addDays(localDay(new Date(), "Europe/Berlin"), days);
const written = (day: string) =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" }).format(new Date(day));

/** Buys a product for a day; answers the order's code, its page in the Storefront is open then. */
async function orderFor(page: Page, product: string, day: string): Promise<string> {
  await page.goto("/storefront");
  await page.getByRole("article", { name: product }).getByRole("button", { name: "Add to basket" }).click();
  await expect(page.getByText(`${product} is in your basket`)).toBeVisible();
  await page.goto("/storefront/basket");
  const date = page.getByLabel("Execution date");
  await expect(date).toBeHidden();
  await page.getByRole("switch", { name: "Scheduled execution" }).click();
  await expect(date).toHaveValue(inDays(1));
  await expect(date).toHaveAttribute("max", inDays(60));
  await expect(page.getByText("Prices may change until then")).toBeVisible();
  await date.fill(day);
  await expect(page.getByText(`Executed on ${written(day)}`)).toBeVisible();
  await page.reload();
  await expect(date).toHaveValue(day);
  await page.getByRole("link", { name: "Checkout" }).click();
  await expect(page.getByText(`It is executed on ${written(day)}`)).toBeVisible();
  await page.getByRole("button", { name: "Place order" }).click();
  await page.waitForURL(/\/billing\/orders\/\d+/);
  await expect(status(page)).toHaveText("Scheduled");
  return page.url().match(/orders\/(\d+)/)?.[1] ?? "";
}

/** Until the first minute of a day is over, in milliseconds. */
const until = (day: string) => startOfDay(day, "Europe/Berlin").getTime() - Date.now() + 60_000;
const minutes = (count: number) => count * 60_000;

/** What the page shows after the scheduler had its turn, which it has every ten seconds. */
const eventually = (page: Page, check: () => Promise<void>) =>
  expect(async () => {
    await page.reload();
    await check();
  }).toPass();

test("scheduled, put off, and executed by the worker on its day, seen by customer and operator", async ({
  organization,
  signedIn,
  ask,
}) => {
  const [customer, operator] = [await signedIn(organization.customer), await signedIn(organization.operator)];
  const other = await orderFor(customer, organization.products[1], inDays(10));
  const code = await orderFor(customer, organization.products[0], inDays(10));

  await operator.goto("/dashboard");
  const next = operator.getByRole("region", { name: "Scheduled next" });
  await expect(next.getByRole("listitem").filter({ hasText: code })).toContainText(written(inDays(10)));
  await next.getByRole("link", { name: "Open as a list" }).click();
  const listed = operator.getByRole("table", { name: "Orders" });
  await expect(listed.getByRole("row")).toHaveCount(3);
  await expect(listed.getByRole("row", { name: /Scheduled/ })).toHaveCount(2);
  await listed.getByRole("link", { name: code }).click();
  await expect(status(operator)).toHaveText("Scheduled");
  const why = operator.getByRole("region", { name: "Why not executed" });
  await expect(why).toContainText("It is scheduled for");
  const schedule = operator.getByRole("region", { name: "Scheduled execution" });
  await expect(schedule).toContainText(written(inDays(10)));
  await expect(schedule).toContainText("0 of 5");

  const own = customer.getByRole("region", { name: "Scheduled execution" });
  await expect(own.getByRole("button", { name: "Change date" })).toBeHidden();
  await own.getByLabel("Execution date").fill(inDays(20));
  await own.getByRole("button", { name: "Change date" }).click();
  await expect(customer.getByText(`Your order is executed on ${written(inDays(20))}`)).toBeVisible();
  await expect(schedule).toContainText(written(inDays(20)));

  // On the old day the scheduler has its turn: it executes what is due, and leaves what was put off.
  const tenDays = until(inDays(10));
  await ask("timePasses", organization.operator, tenDays);
  const due = await signedIn(organization.operator);
  await due.goto(`/orders/${other}`);
  await expect(status(due)).toHaveText("Executed");
  await operator.reload();
  await expect(status(operator)).toHaveText("Scheduled");
  await expect(schedule).toContainText("0 of 5");

  await ask("timePasses", organization.operator, until(inDays(20)) - tenDays);
  await expect(status(operator)).toHaveText("Executed");
  await expect(why).toBeHidden();
  await eventually(customer, () => expect(status(customer)).toHaveText("Executed", { timeout: 1000 }));
  await expect(own).toBeHidden();
});

test("scheduled and failing: customer and operator are warned, it is tried again, and executed by hand", async ({
  organization,
  signedIn,
  ask,
}) => {
  const [customer, operator] = [
    await signedIn(organization.poorCustomer),
    await signedIn(organization.operator),
  ];
  const code = await orderFor(customer, organization.products[0], inDays(5));
  await expect(customer.getByRole("region", { name: "Why it waits" })).toContainText(
    "exceeds your available credit",
  );

  await operator.goto(`/orders/${code}`);
  const schedule = operator.getByRole("region", { name: "Scheduled execution" });
  await expect(schedule).toContainText("will not execute this order on its day");
  const why = operator.getByRole("region", { name: "Why not executed" });
  await expect(why).toContainText("€2.00 short");

  const waits = [until(inDays(5)), minutes(15), minutes(60), minutes(4 * 60), minutes(24 * 60)];
  for (const [index, wait] of waits.entries()) {
    await ask("timePasses", organization.operator, wait);
    await expect(schedule).toContainText(`${index + 1} of 5`);
    await expect(status(operator)).toHaveText("Scheduled");
  }
  await expect(schedule).toContainText("waits for a person");
  await expect(why).toContainText("tried 5 times");
  await eventually(customer, () =>
    expect(customer.getByRole("region", { name: "Why it waits" })).toContainText("could not execute it", {
      timeout: 1000,
    }),
  );

  const administrator = await signedIn(organization.administrator);
  await administrator.goto(`/orders/${code}`);
  await administrator.getByRole("link", { name: `Open ${organization.poorAccount}` }).click();
  await administrator.getByRole("link", { name: "Edit" }).click();
  await administrator.getByRole("textbox", { name: "Credit limit" }).fill("100");
  await administrator.getByRole("button", { name: "Save" }).click();
  await expect(administrator.getByRole("region", { name: "Credit" })).toContainText("€100.00");
  await operator.goto(`/orders/${code}`);
  await schedule.getByRole("button", { name: "Execute now" }).click();
  await operator
    .getByRole("dialog", { name: "Execute Order" })
    .getByRole("button", { name: "Execute" })
    .click();
  await expect(status(operator)).toHaveText("Executed");
  await eventually(customer, () => expect(status(customer)).toHaveText("Executed", { timeout: 1000 }));
  await expect(customer.getByRole("region", { name: "Why it waits" })).toBeHidden();
});

test("a product that is not sold any more holds the order; a BSS user executes it as it was placed", async ({
  organization,
  signedIn,
}) => {
  const [product] = organization.products;
  const customer = await signedIn(organization.customer);
  const code = await orderFor(customer, product, inDays(5));

  const administrator = await signedIn(organization.administrator);
  await administrator.goto(`/products?q=${encodeURIComponent(product)}`);
  await administrator.getByRole("link", { name: product }).click();
  await administrator.getByRole("link", { name: "Edit" }).click();
  await administrator.getByRole("switch", { name: "Active" }).click();
  await administrator.getByRole("button", { name: "Save" }).click();
  await expect(administrator.getByRole("heading", { level: 1 })).not.toContainText("Edit");

  const operator = await signedIn(organization.operator);
  await operator.goto(`/orders/${code}`);
  const why = operator.getByRole("region", { name: "Why not executed" });
  await expect(why).toContainText(`${product} is no longer sold.`);
  await expect(why).toContainText("executes the order as it was placed");
  await operator.getByRole("button", { name: "Execute now" }).click();
  const dialog = operator.getByRole("dialog", { name: "Execute Order" });
  await dialog.getByRole("button", { name: "Execute", exact: true }).click();
  await expect(status(operator)).toHaveText("Executed");
});

test("a customer cancels a scheduled order, and BSS sees it go", async ({ organization, signedIn }) => {
  const [customer, operator] = [await signedIn(organization.customer), await signedIn(organization.operator)];
  const code = await orderFor(customer, organization.products[1], inDays(3));
  await operator.goto(`/orders/${code}`);
  await expect(operator.getByRole("button", { name: "Cancel order" })).toBeVisible();
  await customer.getByRole("button", { name: "Cancel order" }).click();
  const dialog = customer.getByRole("dialog", { name: `Cancel order ${code}` });
  await dialog.getByRole("button", { name: "Cancel order" }).click();
  await expect(status(customer)).toHaveText("Canceled");
  await expect(status(operator)).toHaveText("Canceled");
});

test("what cannot wait for a day is named", async ({ organization, signedIn }) => {
  const customer = await signedIn(organization.customer);
  await customer.goto("/storefront");
  await customer.getByRole("link", { name: organization.products[1] }).click();
  await customer.getByRole("button", { name: "Try it free" }).click();
  await expect(customer.getByText("is in your basket")).toBeVisible();
  await customer.goto("/storefront/basket");
  await expect(customer.getByRole("switch", { name: "Scheduled execution" })).toBeDisabled();
  await expect(customer.getByText(`${organization.products[1]} is a trial`)).toBeVisible();
});
