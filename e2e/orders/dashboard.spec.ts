import type { Page } from "@playwright/test";
import type { BrowserOrganization } from "../fixtures/backstage";
import { expectAccessible } from "../fixtures/looks";
import { deliver, execute, makeOrder, openNewOrder, status } from "../fixtures/orders";
import { expect, test } from "../fixtures/test";

const region = (page: Page) => page.getByRole("region", { name: "Unexecuted Orders" });
const rowOf = (page: Page, code: string) =>
  region(page)
    .getByRole("table", { name: "Unexecuted Orders" })
    .getByRole("row")
    .filter({ has: page.getByRole("link", { name: code, exact: true }) });
const waiting = (page: Page) => region(page).getByRole("heading");
const news = (page: Page, text: string) => region(page).getByRole("status").filter({ hasText: text });

/** A page that was loaded again forgets it. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { neverReloaded: true }));
const expectNeverReloaded = async (page: Page) =>
  expect(await page.evaluate(() => "neverReloaded" in window)).toBe(true);

/** Somebody who looks at the dashboard, and stays there. */
async function watch(signedIn: (email: string) => Promise<Page>, email: string): Promise<Page> {
  const page = await signedIn(email);
  await page.goto("/dashboard");
  await expect(region(page)).toBeVisible();
  await mark(page);
  return page;
}

type Made = typeof makeOrder;
const two =
  (make: Made) =>
  (page: Page, { accounts, products }: BrowserOrganization) =>
    make(
      page,
      accounts[0],
      products.map((product) => ({ product })),
    );
/** An order of two services, and the same with its page open. */
const [makeTwo, orderTwo] = [two(makeOrder), two(openNewOrder)];

async function executed(page: Page): Promise<void> {
  await execute(page);
  await expect(status(page)).toHaveText("Executed");
}

test("an order executed whole comes and leaves by itself in another browser", async ({
  organization,
  signedIn,
}) => {
  const watcher = await watch(signedIn, organization.manager);
  await expect(waiting(watcher)).toHaveText("Unexecuted Orders 0");
  const operator = await signedIn(organization.operator);
  const stays = await makeTwo(operator, organization);
  const code = await orderTwo(operator, organization);
  await expect(rowOf(watcher, code)).toContainText("0 of 2");
  await expect(waiting(watcher)).toHaveText("Unexecuted Orders 2");

  await executed(operator);
  await expect(rowOf(watcher, code)).toBeHidden();
  await expect(news(watcher, `Order ${code} left: executed`)).toBeAttached();
  await expect(waiting(watcher)).toHaveText("Unexecuted Orders 1");
  await expect(rowOf(watcher, stays)).toContainText("0 of 2");
  await expectNeverReloaded(watcher);
});

test("an order delivered one by one stays after the first and leaves with the last", async ({
  organization,
  signedIn,
}) => {
  const watcher = await watch(signedIn, organization.manager);
  const operator = await signedIn(organization.operator);
  const code = await makeTwo(operator, organization);
  await expect(rowOf(watcher, code)).toBeVisible();

  for (const [index, product] of organization.products.entries()) {
    await operator.goto(`/orders/${code}`);
    await deliver(operator, product);
    await operator.goto(`/orders/${code}-${index + 1}`);
    await executed(operator);
    if (index === 0) await expect(rowOf(watcher, code)).toContainText("1 of 2");
  }
  await expect(rowOf(watcher, code)).toBeHidden();
  await expect(news(watcher, `Order ${code} left: executed`)).toBeAttached();
  await expect(waiting(watcher)).toHaveText("Unexecuted Orders 0");
  await expectNeverReloaded(watcher);
});

test("a cancelled order leaves", async ({ organization, signedIn }) => {
  const watcher = await watch(signedIn, organization.administrator);
  const operator = await signedIn(organization.operator);
  const code = await orderTwo(operator, organization);
  await expect(rowOf(watcher, code)).toBeVisible();

  await operator.getByRole("button", { name: "Cancel order" }).click();
  await operator.getByRole("dialog").getByRole("button", { name: "Cancel order" }).click();
  await expect(rowOf(watcher, code)).toBeHidden();
  await expect(news(watcher, `Order ${code} left: cancel`)).toBeAttached();
  await expect(waiting(watcher)).toHaveText("Unexecuted Orders 0");
  await expectNeverReloaded(watcher);
});

test("the focus stays in the list when its row leaves", async ({ organization, signedIn }) => {
  const watcher = await watch(signedIn, organization.manager);
  const operator = await signedIn(organization.operator);
  const stays = await makeTwo(operator, organization);
  const code = await orderTwo(operator, organization);
  await rowOf(watcher, code).getByRole("link").focus();
  await executed(operator);
  await expect(rowOf(watcher, code)).toBeHidden();
  await expect(rowOf(watcher, stays).getByRole("link", { name: stays })).toBeFocused();
});

test("after the network came back, the list is what it would be", async ({ organization, signedIn }) => {
  const watcher = await watch(signedIn, organization.manager);
  const operator = await signedIn(organization.operator);
  const code = await orderTwo(operator, organization);
  await expect(rowOf(watcher, code)).toBeVisible();

  await watcher.context().setOffline(true);
  await executed(operator);
  await expect(rowOf(watcher, code)).toBeVisible();
  await watcher.context().setOffline(false);
  await expect(rowOf(watcher, code)).toBeHidden();
  await expectNeverReloaded(watcher);
});

test("a manager sees everything and can change nothing; a customer sees nothing", async ({
  organization,
  signedIn,
  request,
}) => {
  const manager = await watch(signedIn, organization.manager);
  for (const name of [
    "Unexecuted Orders",
    "Orders for manual management",
    "Scheduled next",
    "Provisioning failures",
    "Orders by status",
    "Created and executed per day",
  ]) {
    await expect(manager.getByRole("region", { name, exact: true })).toBeVisible();
  }
  await expect(manager.getByRole("link", { name: "New order" })).toHaveCount(0);

  for (const address of ["/api/live", "/dashboard/unexecuted", "/dashboard/summary"]) {
    expect((await request.get(address)).status()).toBe(401);
  }
  const customer = await signedIn(organization.customer);
  await customer.goto("/dashboard");
  await customer.waitForURL("**/storefront");
  for (const address of ["/api/live", "/dashboard/unexecuted", "/dashboard/summary"]) {
    expect((await customer.request.get(address)).status()).toBe(403);
  }
});

test("the second organization hears and sees nothing of the first", async ({
  ask,
  organization,
  signedIn,
}) => {
  const second = await ask<BrowserOrganization>("organization");
  const stranger = await signedIn(second.manager);
  const heard = await hearOrders(stranger);
  await stranger.goto("/dashboard");
  await expect(waiting(stranger)).toHaveText("Unexecuted Orders 0");

  const operator = await signedIn(organization.operator);
  await makeTwo(operator, organization);
  // Each organization counts for itself: the stranger's first has another code than this one.
  const code = await orderTwo(operator, organization);
  await executed(operator);
  // What the database tells comes in the order in which it happened: the stranger's own is the first that is heard.
  const colleague = await signedIn(second.operator);
  const own = await makeTwo(colleague, second);
  await expect(rowOf(stranger, own)).toBeVisible();
  await expect(rowOf(stranger, code)).toHaveCount(0);
  await expect(waiting(stranger)).toHaveText("Unexecuted Orders 1");
  expect(heard.size).toBe(1);
});

/** The orders that the browser is told about by server-sent events, from now on. */
async function hearOrders(page: Page): Promise<Set<string>> {
  const heard = new Set<string>();
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  session.on("Network.eventSourceMessageReceived", ({ eventName, data }) => {
    const orders: string | string[] = (eventName === "change" && JSON.parse(data).orders) || [];
    for (const id of orders) heard.add(id);
  });
  return heard;
}

for (const scheme of ["light", "dark"] as const) {
  test(`nothing on the dashboard is out of anybody's reach, ${scheme}`, async ({ signedIn }) => {
    const page = await signedIn("operator@example.com");
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto("/dashboard");
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", scheme);
    await expect(region(page)).toBeVisible();
    await page.getByText("Numbers as a table").click();
    for (const size of [
      { width: 1440, height: 900 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(size);
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    }
  });
}
