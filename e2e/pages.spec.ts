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
  ["/products/…", { list: "/products" }],
  ["/subscriptions"],
  ["/subscriptions/…", { list: "/subscriptions" }],
  ["/invoices"],
  ["/invoices/…", { list: "/invoices" }],
  ["/setup"],
  ["/setup/sales/orders/order-status"],
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

test("/storefront", async ({ signedIn }) => {
  await check(await signedIn("customer@example.com"), "/storefront");
});

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

async function check(page: Page, path: string): Promise<void> {
  const weigh = await weighScripts(page);
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await weigh(), "bytes of compressed JavaScript at first").toBeLessThanOrEqual(maximumScript);

  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations, `${colorScheme}, ${width} wide`).toEqual([]);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(beyond, `pixels beyond ${width}`).toBeLessThanOrEqual(0);
    }
  }
}

/** Counts, from now on, what arrives of scripts over the wire until the page is quiet. */
async function weighScripts(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const scripts = new Set<string>();
  let bytes = 0;
  session.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  return async () => {
    await page.waitForLoadState("load");
    return bytes;
  };
}
