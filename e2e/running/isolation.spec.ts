import type { Page } from "@playwright/test";
import { filled, routesOf } from "../fixtures/routes";
import { checkout } from "../fixtures/shop";
import { expect, test } from "../fixtures/test";

/**
 * Every route there is, found in the file system so that no new one is left out, tried by a customer: BSS leads back to
 * the Storefront, and what belongs to others is not there.
 */

const pages = routesOf("page.tsx");
const handlers = routesOf("route.ts");

const shopRoutes = pages.filter((route) => route.startsWith("/storefront"));
/** For everybody, about themselves, or for machines that identify themselves otherwise than by a session. */
const open = [
  "/home",
  "/signed-in",
  "/api/auth/[...nextauth]",
  "/api/health",
  "/api/ready",
  "/api/v1/openapi.json",
];
const byLink = ["/welcome/[secret]", "/new-password/[secret]", "/confirm-email/[secret]"];
const doors = [
  "/",
  "/login",
  "/login/second-factor",
  "/second-factor",
  "/forgot-password",
  ...byLink,
  "/api/docs",
  "/api/docs/problems/[code]",
];

test("no page of BSS is for a customer", async ({ signedIn }) => {
  const page = await signedIn("customer@example.com");
  const closed = pages.filter((route) => !shopRoutes.includes(route) && !doors.includes(route));
  expect(closed.length).toBeGreaterThan(25);
  for (const route of closed) {
    await test.step(route, async () => {
      await page.goto(filled(route));
      await expect(page).toHaveURL(/\/storefront$/);
    });
  }
});

/** What another account has, made by its own people: an invoice, an order that waits for credit, and a payment begun. */
async function foreign(page: Page, product: string): Promise<Record<string, string>> {
  const code = await buy(page, product, 1);
  const invoice = (await page.getByRole("link", { name: /^INV-/ }).textContent())?.trim() ?? "";
  await buy(page, product, 10);
  await page.getByRole("button", { name: /^Pay .* now$/ }).click();
  await page.waitForURL(/\/storefront\/payments\//);
  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  return { "[code]": code, "[number]": invoice, "[id]": id };
}

async function buy(page: Page, product: string, quantity: number): Promise<string> {
  await page.goto("/storefront");
  await page.getByRole("article", { name: product }).getByRole("link", { name: product }).click();
  await page.getByRole("spinbutton", { name: "Quantity" }).fill(String(quantity));
  await page.getByRole("button", { name: "Add to basket" }).click();
  await expect(page.getByText(`${product} is in your basket`)).toBeVisible();
  return checkout(page);
}

const refusals = [401, 403, 404, 405];
/** These refuse a message that nobody signed, or that is none of theirs or incomplete, before they look at what it names. */
const machines = ["/api/provisioning/callback/[organization]", "/api/oauth/token", "/switch-organization"];

test("no other route answers a customer who does not own what is asked for", async ({ signedIn, shop }) => {
  const page = await signedIn("customer@example.com");
  const owned = await foreign(await signedIn(shop.modestCustomer), shop.product);
  const nobody = "00000000-0000-4000-8000-000000000000";
  const closed = handlers.filter((route) => !open.includes(route));
  expect(closed.length).toBeGreaterThan(3);
  for (const route of closed) {
    const [parameter = ""] = /\[[^\]]*\]/.exec(route) ?? [];
    for (const value of [nobody, owned[parameter] ?? nobody]) {
      for (const method of ["GET", "POST"]) {
        const asked = filled(route, value);
        const answer = await page.request.fetch(asked, { method, data: "{}", maxRedirects: 0 });
        const expected = machines.includes(route) && method === "POST" ? [400] : refusals;
        expect(expected, `${method} ${asked}: ${answer.status()}`).toContain(answer.status());
      }
    }
  }
});

test("what another account has is not there by its own number, order or payment", async ({
  signedIn,
  shop,
}) => {
  const owner = await signedIn(shop.modestCustomer);
  const owned = await foreign(owner, shop.product);
  const rivals = [await signedIn(shop.customer), await signedIn("customer@example.com")];
  const routes = shopRoutes.filter((route) => /\[(code|number|id)\]/.test(route));
  // Only staff make credit notes: documents.spec.ts has one tried by others.
  for (const route of routes.filter((one) => !/products|approvals|credit-notes/.test(one))) {
    const asked = route.replace(/\[[^\]]*\]/, (parameter) => owned[parameter] ?? "");
    expect((await owner.goto(asked))?.status(), `${asked} of its owner`).toBe(200);
    for (const rival of rivals) expect((await rival.goto(asked))?.status(), asked).toBe(404);
  }
});

test("a reseller has nothing to see or decide of a rival's customers", async ({ signedIn, shop }) => {
  const customer = await signedIn(shop.resellerCustomer);
  const code = await buy(customer, shop.product, 1);
  const [rival, other] = [await signedIn(shop.rival), await signedIn("reseller@example.com")];
  for (const reseller of [rival, other]) {
    expect((await reseller.goto(`/storefront/approvals/${code}`))?.status()).toBe(404);
    await reseller.goto("/storefront/approvals?show=all");
    await expect(reseller.getByRole("heading", { level: 1, name: "Approvals" })).toBeVisible();
    await expect(reseller.getByRole("link", { name: code, exact: true })).toBeHidden();
  }
  const own = await signedIn(shop.reseller);
  expect((await own.goto(`/storefront/approvals/${code}`))?.status()).toBe(200);
});

test("what another account has is not there, and what is the reseller's is for resellers", async ({
  signedIn,
}) => {
  const [customer, reseller] = [
    await signedIn("customer@example.com"),
    await signedIn("reseller@example.com"),
  ];
  await reseller.goto("/storefront/approvals");
  const queue = reseller.getByRole("table", { name: "Approvals" });
  const waiting = (await queue.getByRole("link").first().textContent()) ?? "";
  const operator = await signedIn("operator@example.com");
  await operator.goto("/invoices");
  const invoices = operator.getByRole("table", { name: "Invoices" });
  const foreign = invoices.getByRole("row").filter({ hasNotText: "Lighthouse Dental" });
  const invoice = (await foreign.getByRole("link", { name: /^INV-/ }).first().textContent()) ?? "";

  const named = shopRoutes.filter(
    (route) => route.includes("[") && !route.startsWith("/storefront/products"),
  );
  expect(named.length).toBeGreaterThan(3);
  for (const route of [...named, "/storefront/approvals", "/storefront/customers"]) {
    const value = route.includes("[number]") ? invoice : waiting;
    expect(value).not.toBe("");
    const answer = await customer.goto(filled(route, value));
    expect(answer?.status(), route).toBe(404);
  }
  await expect(customer.getByText("Willow")).toBeHidden();
});
