import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";

async function open(browser: Browser, email: string, colorScheme: "light" | "dark" = "light") {
  const page = await (await browser.newContext({ colorScheme })).newPage();
  await page.goto("/login?next=/dashboard");
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill("demo-demo-demo");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/dashboard");
  return page;
}

const region = (page: Page) => page.getByRole("region", { name: "Unexecuted Orders" });
const rowOf = (page: Page, code: string) =>
  region(page)
    .getByRole("table", { name: "Unexecuted Orders" })
    .getByRole("row")
    .filter({ has: page.getByRole("link", { name: code, exact: true }) });
const waiting = async (page: Page) =>
  Number((await region(page).getByRole("heading").textContent())?.replace(/\D/g, ""));
const news = (page: Page, text: string) => region(page).getByRole("status").filter({ hasText: text });

/** A page that was loaded again forgets it. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { neverReloaded: true }));
const expectNeverReloaded = async (page: Page) =>
  expect(await page.evaluate(() => "neverReloaded" in window)).toBe(true);

/** An order of two services for an account with unlimited credit, made as a person does. */
async function createOrder(page: Page): Promise<string> {
  await page.goto("/orders/new");
  await choose(page, "Account", "Cobalt Analytics");
  for (const product of ["Cloud Server S", "Cloud Server M"]) {
    await choose(page, "Product", product);
    await page.getByRole("spinbutton", { name: "Quantity" }).last().fill("1");
    await page.getByRole("button", { name: "Add item" }).click();
  }
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.waitForURL(/\/orders\/\d+$/);
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

async function choose(page: Page, name: string, option: string) {
  const box = page.getByRole("combobox", { name, exact: true });
  await box.click();
  await box.fill(option);
  await page.getByRole("option", { name: option }).first().click();
}

async function execute(page: Page, code: string) {
  await page.goto(`/orders/${code}`);
  await page.getByRole("button", { name: "Execute Order" }).click();
  await page.getByRole("dialog", { name: "Execute Order" }).getByRole("button", { name: "Execute" }).click();
  await expect(page.getByRole("status", { name: "Status" })).toHaveText("Executed");
}

/** Delivers one product of the order, and executes the sub-order that this makes. */
async function deliver(page: Page, code: string, product: string, subOrder: string) {
  await page.goto(`/orders/${code}`);
  await page.getByRole("checkbox", { name: `Select ${product}` }).check();
  await page.getByRole("button", { name: "Actions" }).click();
  await page.getByRole("menuitem", { name: "Order Delivery" }).click();
  const dialog = page.getByRole("dialog", { name: "Order Delivery" });
  await dialog.getByRole("button", { name: "Order Delivery" }).click();
  await expect(dialog).toBeHidden();
  await execute(page, subOrder);
}

test("an order executed whole comes and leaves by itself in another browser", async ({ browser }) => {
  const [operator, watcher] = [
    await open(browser, "operator@example.com"),
    await open(browser, "manager@example.com"),
  ];
  await mark(watcher);
  const code = await createOrder(operator);
  await expect(rowOf(watcher, code)).toBeVisible();
  await expect(rowOf(watcher, code)).toContainText("0 of 2");
  const before = await waiting(watcher);

  await execute(operator, code);
  await expect(rowOf(watcher, code)).toBeHidden();
  await expect(news(watcher, `Order ${code} left: executed`)).toBeAttached();
  expect(await waiting(watcher)).toBeLessThanOrEqual(before);
  await expectNeverReloaded(watcher);
});

test("an order delivered one by one stays after the first and leaves with the last", async ({ browser }) => {
  const [operator, watcher] = [
    await open(browser, "operator@example.com"),
    await open(browser, "manager@example.com"),
  ];
  await mark(watcher);
  const code = await createOrder(operator);
  await expect(rowOf(watcher, code)).toBeVisible();

  await deliver(operator, code, "Cloud Server S", `${code}-1`);
  await expect(rowOf(watcher, code)).toContainText("1 of 2");
  await deliver(operator, code, "Cloud Server M", `${code}-2`);
  await expect(rowOf(watcher, code)).toBeHidden();
  await expect(news(watcher, `Order ${code} left: executed`)).toBeAttached();
  await expectNeverReloaded(watcher);
});

test("a cancelled order leaves", async ({ browser }) => {
  const [operator, watcher] = [
    await open(browser, "operator@example.com"),
    await open(browser, "admin@example.com"),
  ];
  await mark(watcher);
  const code = await createOrder(operator);
  await expect(rowOf(watcher, code)).toBeVisible();

  await operator.getByRole("button", { name: "Cancel order" }).click();
  const dialog = operator.getByRole("dialog");
  await dialog.getByRole("button", { name: "Cancel order" }).click();
  await expect(rowOf(watcher, code)).toBeHidden();
  await expect(news(watcher, `Order ${code} left: cancel`)).toBeAttached();
  await expectNeverReloaded(watcher);
});

test("the focus stays in the list when its row leaves", async ({ browser }) => {
  const [operator, watcher] = [
    await open(browser, "operator@example.com"),
    await open(browser, "manager@example.com"),
  ];
  const code = await createOrder(operator);
  const link = rowOf(watcher, code).getByRole("link");
  await link.focus();
  await execute(operator, code);
  await expect(rowOf(watcher, code)).toBeHidden();
  await expect(
    region(watcher).getByRole("row").getByRole("link").and(watcher.locator(":focus")),
  ).toBeVisible();
});

test("after the network came back, the list is what it would be", async ({ browser }) => {
  const [operator, watcher] = [
    await open(browser, "operator@example.com"),
    await open(browser, "manager@example.com"),
  ];
  const code = await createOrder(operator);
  await expect(rowOf(watcher, code)).toBeVisible();
  await mark(watcher);

  await watcher.context().setOffline(true);
  await execute(operator, code);
  await expect(rowOf(watcher, code)).toBeVisible();
  await watcher.context().setOffline(false);
  await expect(rowOf(watcher, code)).toBeHidden({ timeout: 20_000 });
  await expectNeverReloaded(watcher);
});

test("a manager sees everything and can change nothing; a customer sees nothing", async ({
  browser,
  page,
}) => {
  const manager = await open(browser, "manager@example.com");
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
    expect((await page.request.get(address)).status()).toBe(401);
  }
  const customer = await (await browser.newContext()).newPage();
  await customer.goto("/login");
  await customer.getByRole("textbox", { name: "Email" }).fill("customer@example.com");
  await customer.getByRole("textbox", { name: "Password" }).fill("demo-demo-demo");
  await customer.getByRole("button", { name: "Sign in" }).click();
  await customer.waitForURL("**/storefront");
  for (const address of ["/api/live", "/dashboard/unexecuted", "/dashboard/summary"]) {
    expect((await customer.request.get(address)).status()).toBe(403);
  }
});

test("the second organization hears and sees nothing of the first", async ({ browser }) => {
  const [operator, stranger] = [
    await open(browser, "operator@example.com"),
    await open(browser, "admin@other.example.com"),
  ];
  const heard: string[] = [];
  stranger.on("request", (request) => heard.push(request.url()));
  await stranger.waitForTimeout(1000);
  heard.length = 0;
  const code = await createOrder(operator);
  await execute(operator, code);
  await stranger.waitForTimeout(1000);
  expect(heard.filter((url) => url.includes("/dashboard/"))).toEqual([]);
  await expect(rowOf(stranger, code)).toHaveCount(0);
});

for (const scheme of ["light", "dark"] as const) {
  test(`nothing on the dashboard is out of anybody's reach, ${scheme}`, async ({ browser }) => {
    const page = await open(browser, "operator@example.com", scheme);
    await expect(region(page)).toBeVisible();
    await page.getByText("Numbers as a table").click();
    for (const size of [
      { width: 1440, height: 900 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(size);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    }
  });
}
