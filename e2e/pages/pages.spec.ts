import type { Page } from "@playwright/test";
import { expectSound } from "../fixtures/looks";
import { routesOf } from "../fixtures/routes";
import { expect, test } from "../fixtures/test";

/** Where a page without parameters in its address is; one with parameters is reached from a list of the demo's rows. */
type Way = { as?: "customer" | "reseller"; path?: string; list?: string; ending?: string };

/** Every page there is, with how to get there. What has to be made first is in pages-made.spec.ts. */
const ways: Record<string, Way> = {
  "/dashboard": {},
  "/orders": {},
  "/orders/new": {},
  "/orders/bulk": {},
  "/orders/[code]": { list: "/orders?unexecuted=true" },
  "/orders/[code]/edit": { list: "/orders?unexecuted=true", ending: "/edit" },
  "/orders/[code]/print": { list: "/orders", ending: "/print" },
  "/accounts": {},
  "/accounts/new": {},
  "/accounts/[code]": { list: "/accounts" },
  "/accounts/[code]/edit": { list: "/accounts", ending: "/edit" },
  "/accounts/[code]/history": { list: "/accounts", ending: "/history" },
  "/accounts/[code]/payments": { list: "/accounts", ending: "/payments" },
  "/products": {},
  "/products/new": {},
  "/products/[code]": { list: "/products" },
  "/products/[code]/edit": { list: "/products", ending: "/edit" },
  "/subscriptions": {},
  "/subscriptions/[id]": { list: "/subscriptions" },
  "/invoices": {},
  "/invoices/[number]": { list: "/invoices" },
  "/invoices/credit-notes": {},
  "/invoices/credit-notes/[number]": { list: "/invoices/credit-notes" },
  "/messages": {},
  "/profile": {},
  "/messages/[id]": { list: "/messages" },
  "/setup": {},
  "/setup/sales/orders/order-status": {},
  "/setup/vendors": {},
  "/setup/vendors/new": {},
  "/setup/vendors/[id]": { list: "/setup/vendors" },
  "/setup/company": {},
  "/setup/credit-check": {},
  "/setup/users": {},
  "/setup/users/new": {},
  "/setup/sign-in": {},
  "/setup/users/[id]": { list: "/setup/users" },
  "/setup/roles": {},
  "/setup/roles/new": { path: "/setup/roles/new?from=operator" },
  "/setup/roles/[id]": { path: "/setup/roles/administrator" },
  "/setup/api-keys": {},
  "/setup/api-keys/new": {},
  "/setup/webhooks": {},
  "/setup/webhooks/new": {},
  "/setup/imports": {},
  "/setup/audit-log": {},
  "/profile/sessions": {},
  "/[...missing]": { path: "/no-such-page" },
  "/api/docs": {},
  "/api/docs/problems/[code]": { path: "/api/docs/problems/held" },
  "/storefront": { as: "customer" },
  "/storefront/products/[code]": { as: "customer", path: "/storefront/products/DOMAIN" },
  "/storefront/people": { as: "customer" },
  "/storefront/subscriptions": { as: "customer" },
  "/storefront/profile": { as: "customer" },
  "/storefront/profile/sessions": { as: "customer" },
  "/storefront/billing/orders": { as: "customer" },
  "/storefront/billing/orders/[code]": { as: "customer", list: "/storefront/billing/orders" },
  "/storefront/billing/invoices": { as: "customer" },
  "/storefront/billing/invoices/[number]": { as: "customer", list: "/storefront/billing/invoices" },
  "/storefront/billing/credit-notes": { as: "customer" },
  "/storefront/billing/credit-notes/[number]": { as: "customer", list: "/storefront/billing/credit-notes" },
  "/storefront/billing/payments": { as: "customer" },
  "/storefront/basket": { as: "reseller" },
  "/storefront/checkout": { as: "reseller" },
  "/storefront/approvals": { as: "reseller" },
  "/storefront/approvals/[code]": { as: "reseller", list: "/storefront/approvals" },
  "/storefront/customers": { as: "reseller" },
};

/** Made by a test first, or only leading elsewhere. */
const made = [
  "/login",
  "/forgot-password",
  "/welcome/[secret]",
  "/new-password/[secret]",
  "/confirm-email/[secret]",
  "/orders/bulk/[id]",
  "/setup/api-keys/[id]",
  "/setup/webhooks/[id]",
  "/setup/webhooks/[id]/edit",
  "/setup/imports/[id]",
  "/storefront/payments/[id]",
];
/** Without a sign-in that waits for its second factor, or a role that needs one: second-factor.spec.ts looks at them. */
const ofSecondFactor = ["/login/second-factor", "/second-factor"];
/** Without an organization that somebody has joined by a session that does not go there: single-sign-on.spec.ts looks at it. */
const ofJoining = ["/joined"];
const leadElsewhere = ["/", "/storefront/billing", ...ofSecondFactor, ...ofJoining];

test("every page is looked at", () => {
  expect([...Object.keys(ways), ...made, ...leadElsewhere].sort()).toEqual(routesOf("page.tsx").sort());
});

for (const [route, { as = "admin", path = route, list, ending = "" }] of Object.entries(ways)) {
  test(route, async ({ signedIn }) => {
    const page = await signedIn(`${as}@example.com`);
    await expectSound(page, list ? `${await firstOf(page, list)}${ending}` : path);
  });
}

/** The first address in a list's table. The list itself is looked at by a test of its own, so it is not drawn here. */
async function firstOf(page: Page, list: string): Promise<string> {
  const html = await (await page.request.get(list)).text();
  const [, href] = /<tbody.*?<a [^>]*href="(\/[^"]+)"/s.exec(html) ?? [];
  if (!href) throw new Error(`${list} shows no row`);
  return href.replaceAll("&amp;", "&");
}
