import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test";

// What a table says is read without scrolling sideways: all of it on a laptop, the most important on anything smaller.

const lists = [
  "/dashboard",
  "/dashboard?group=held",
  "/orders",
  "/orders?source=storefront",
  "/orders/bulk",
  "/accounts",
  "/accounts/A1001",
  "/accounts/A1001/payments",
  "/accounts/A1001/history",
  "/products",
  "/subscriptions",
  "/invoices",
  "/invoices/credit-notes",
  "/messages",
  "/setup/sales/orders/order-status",
  "/setup/users",
  "/setup/vendors",
  "/setup/audit-log",
];

/** Tables and grids that hide something at their side, by name. */
function cutOff(page: Page): Promise<string[]> {
  return page.locator("table").evaluateAll((tables) =>
    tables.flatMap((table) => {
      const frame = table.parentElement as HTMLElement;
      const name = table.getAttribute("aria-label") ?? "a table";
      return frame.scrollWidth > frame.clientWidth + 1
        ? [`${name} by ${frame.scrollWidth - frame.clientWidth} px`]
        : [];
    }),
  );
}

for (const [width, height] of [
  [1280, 800],
  [1024, 768],
] as const) {
  test(`no list hides anything at its side at ${width} pixels`, async ({ signedIn }) => {
    const page = await signedIn("admin@example.com");
    await page.setViewportSize({ width, height });
    const found: Record<string, string[]> = {};
    for (const path of lists) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      const tables = await cutOff(page);
      if (tables.length > 0) found[path] = tables;
    }
    expect(found).toEqual({});
  });

  test(`an order's page and form show every column at ${width} pixels`, async ({ signedIn }) => {
    const page = await signedIn("admin@example.com");
    await page.setViewportSize({ width, height });
    await page.goto("/dashboard");
    const order = page.getByRole("table", { name: "Unexecuted Orders" }).getByRole("link").first();
    const code = await order.textContent();
    await order.click();
    await expect(page.getByRole("columnheader", { name: "Quantity to deliver" })).toBeInViewport();
    expect(await cutOff(page)).toEqual([]);
    await page.goto(`/orders/${code}/print`);
    expect(await cutOff(page)).toEqual([]);
    await page.goto(`/orders/${code}/edit`);
    await expect(page.getByRole("grid", { name: "Items" })).toBeVisible();
    expect(await cutOff(page)).toEqual([]);
  });
}

test("the most important columns stay where there is little room", async ({ signedIn }) => {
  const page = await signedIn("admin@example.com");
  await page.setViewportSize({ width: 1024, height: 768 });
  const columns: [string, string, string[]][] = [
    ["/dashboard", "Unexecuted Orders", ["Order", "Account", "Age", "Progress", "Total", "Held by"]],
    ["/orders", "Orders", ["Order", "Account", "Order date", "Status", "Total"]],
  ];
  for (const [path, name, wanted] of columns) {
    await page.goto(path);
    const heads = page.getByRole("table", { name }).getByRole("columnheader");
    for (const column of wanted) {
      await expect(heads.filter({ hasText: column }).first()).toBeInViewport({ ratio: 1 });
    }
  }
});

test("everybody is told where the live connection is lost, and when it is back", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  let lost = true;
  await page.route(/\/api\/live(\?|$)/, (route) => (lost ? route.abort() : route.continue()));
  const news = page.getByText("Live updates are interrupted");
  for (const path of ["/orders", "/dashboard"]) {
    await page.goto(path);
    await expect(news).toBeVisible();
  }
  lost = false;
  await expect(news).toBeHidden();
});
