import { mkdirSync } from "node:fs";
import { type Browser, chromium, type Page } from "@playwright/test";
import startProduct from "../e2e/fixtures/start-product";
import { fail, Refusal } from "./command-line/task";
import { ensureChromium, findChromium, launchArguments } from "./test/chromium.mjs";

/** `npm run docs:screenshots` takes the README's pictures from the running product with its demo data. */

const folder = "docs/screenshots";

try {
  const missing = await ensureChromium();
  if (missing) throw new Refusal(missing);
  mkdirSync(folder, { recursive: true });
  const stopProduct = await startProduct();
  const browser = await chromium.launch({ executablePath: await findChromium(), args: launchArguments });
  try {
    await takePictures(browser);
  } finally {
    await browser.close();
    await stopProduct();
  }
} catch (error) {
  fail(error);
}

async function takePictures(browser: Browser): Promise<void> {
  const operator = await signIn(browser, "operator@example.com", "light");
  await take(operator, "/dashboard", "dashboard");
  // This order says why it waits.
  await operator.goto("/dashboard?held=credit");
  await operator
    .getByRole("table", { name: "Unexecuted Orders" })
    .getByRole("row")
    .nth(1)
    .getByRole("link")
    .first()
    .click();
  await operator.getByRole("region", { name: "Why not executed" }).waitFor();
  await operator.screenshot({ path: `${folder}/order.png` });

  const administrator = await signIn(browser, "admin@example.com", "light");
  await take(administrator, "/setup/sales/orders/order-status", "order-status");
  const reseller = await signIn(browser, "reseller@example.com", "light");
  await take(reseller, "/storefront/approvals", "storefront");

  const dark = await signIn(browser, "manager@example.com", "dark");
  await take(dark, "/dashboard", "dashboard-dark");
}

async function signIn(browser: Browser, email: string, colorScheme: "light" | "dark"): Promise<Page> {
  const context = await browser.newContext({
    baseURL: process.env.PRODUCT_URL,
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    colorScheme,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await page.goto("/login");
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill("demo-demo-demo");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname !== "/login");
  return page;
}

async function take(page: Page, path: string, name: string): Promise<void> {
  await page.goto(path, { waitUntil: "load" });
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.screenshot({ path: `${folder}/${name}.png` });
}
