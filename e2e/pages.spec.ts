import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/test";

/**
 * What holds on every page there is: readable by everybody in both themes, no wider than a phone, no heavier than
 * 250 kB of compressed JavaScript at first.
 */

const maximumScript = 250_000;

/** Page by page, with how to get from a list to one of its rows where the address has a code of its own. */
const pages: [path: string, row?: { list: string; ending?: string }][] = [
  ["/dashboard"],
  ["/orders"],
  ["/orders/new"],
  ["/orders/bulk"],
  ["/orders/…", { list: "/orders?unexecuted=true" }],
  ["/orders/…?tab=history", { list: "/orders", ending: "?tab=history" }],
  ["/orders/…/edit", { list: "/orders?unexecuted=true", ending: "/edit" }],
  ["/orders/…/print", { list: "/orders", ending: "/print" }],
  ["/accounts"],
  ["/accounts/new"],
  ["/accounts/…", { list: "/accounts" }],
  ["/accounts/…/edit", { list: "/accounts", ending: "/edit" }],
  ["/accounts/…/payments", { list: "/accounts", ending: "/payments" }],
  ["/products"],
  ["/products/new"],
  ["/products/…", { list: "/products" }],
  ["/products/…/edit", { list: "/products", ending: "/edit" }],
  ["/subscriptions"],
  ["/subscriptions/…", { list: "/subscriptions" }],
  ["/invoices"],
  ["/invoices/…", { list: "/invoices" }],
  ["/invoices/credit-notes"],
  ["/invoices/credit-notes/…", { list: "/invoices/credit-notes" }],
  ["/messages"],
  ["/messages/…", { list: "/messages" }],
  ["/setup"],
  ["/setup/sales/orders/order-status"],
  ["/setup/vendors"],
  ["/setup/vendors/new"],
  ["/setup/vendors/…", { list: "/setup/vendors" }],
  ["/setup/credit-check"],
  ["/setup/users"],
  ["/setup/users/new"],
  ["/setup/users/…", { list: "/setup/users" }],
  ["/setup/audit-log"],
  ["/no-such-page"],
];

for (const [name, row] of pages) {
  test(name, async ({ signedIn }) => {
    const page = await signedIn("admin@example.com");
    await check(page, row ? await firstOf(page, row) : name);
  });
}

/** The Storefront's, as those of the demo see them who have something there. */
const shopPages: [who: string, path: string, row?: { list: string }][] = [
  ["customer", "/storefront"],
  ["customer", "/storefront/products/DOMAIN"],
  ["customer", "/storefront/subscriptions"],
  ["customer", "/storefront/billing/orders"],
  ["customer", "/storefront/billing/orders/…", { list: "/storefront/billing/orders" }],
  ["customer", "/storefront/billing/invoices"],
  ["customer", "/storefront/billing/invoices/…", { list: "/storefront/billing/invoices" }],
  ["customer", "/storefront/billing/payments"],
  ["reseller", "/storefront/basket"],
  ["reseller", "/storefront/checkout"],
  ["reseller", "/storefront/approvals"],
  ["reseller", "/storefront/approvals/…", { list: "/storefront/approvals" }],
  ["reseller", "/storefront/customers"],
];

for (const [who, name, row] of shopPages) {
  test(name, async ({ signedIn }) => {
    const page = await signedIn(`${who}@example.com`);
    await check(page, row ? await firstOf(page, row) : name);
  });
}

test("/login", async ({ page }) => {
  await check(page, "/login");
});

async function firstOf(
  page: Page,
  { list, ending = "" }: { list: string; ending?: string },
): Promise<string> {
  await page.goto(list);
  const href = await page
    .getByRole("main")
    .getByRole("table")
    .getByRole("row")
    .nth(1)
    .getByRole("link")
    .first()
    .getAttribute("href");
  expect(href).toMatch(/^\/.+/);
  return `${href}${ending}`;
}

/** Each width and each theme once: what a theme does is the same at both widths. */
const looks = [
  { colorScheme: "light", width: 1440 },
  { colorScheme: "dark", width: 390 },
] as const;

async function check(page: Page, path: string): Promise<void> {
  const weigh = await weighScripts(page);
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await weigh(), "bytes of compressed JavaScript at first").toBeLessThanOrEqual(maximumScript);

  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations, `${colorScheme}, ${width} wide`).toEqual([]);
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(beyond, `pixels beyond ${width}`).toBeLessThanOrEqual(0);
  }
}

/** Counts, from now on, what arrives of scripts over the wire until the page is quiet. */
async function weighScripts(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const loading = new Set<string>();
  let bytes = 0;
  session.on("Network.requestWillBeSent", ({ requestId, type }) => {
    if (type === "Script") loading.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (loading.delete(requestId)) bytes += encodedDataLength;
  });
  return async () => {
    await page.waitForLoadState("load");
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    await expect.poll(() => loading.size).toBe(0);
    return bytes;
  };
}
