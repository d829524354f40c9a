import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "./fixtures/test";

/**
 * Every route there is, found in the file system so that no new one is left out, tried by a customer: BSS leads back to
 * the Storefront, and what belongs to others is not there.
 */

const app = path.resolve(import.meta.dirname, "../app");
const routes = readdirSync(app, { recursive: true, encoding: "utf8" }).map((file) => `/${file}`);
const pathsOf = (name: string) =>
  routes
    .filter((file) => file.endsWith(`/${name}`))
    .map((file) => file.slice(0, -name.length - 1).replace(/\/\([^)]*\)/g, "") || "/");
const pages = pathsOf("page.tsx");
const handlers = pathsOf("route.ts");

/** Any value does where a page is closed to the customer whatever it shows. */
const filled = (route: string, value = "1042") => route.replace(/\[[^\]]*\]/g, value);

const shop = pages.filter((route) => route.startsWith("/storefront"));
/** For everybody, or for machines that identify themselves otherwise than by a session. */
const open = ["/api/auth/[...nextauth]", "/api/health", "/api/ready"];
const doors = ["/", "/login"];

test("no page of BSS is for a customer", async ({ signedIn }) => {
  const page = await signedIn("customer@example.com");
  const closed = pages.filter((route) => !shop.includes(route) && !doors.includes(route));
  expect(closed.length).toBeGreaterThan(25);
  for (const route of closed) {
    await test.step(route, async () => {
      await page.goto(filled(route));
      await expect(page).toHaveURL(/\/storefront$/);
    });
  }
});

test("no other route answers a customer who does not own what is asked for", async ({ signedIn }) => {
  const page = await signedIn("customer@example.com");
  const closed = handlers.filter((route) => !open.includes(route));
  expect(closed.length).toBeGreaterThan(3);
  for (const route of closed) {
    for (const method of ["GET", "POST"]) {
      const id = "00000000-0000-4000-8000-000000000000";
      const answer = await page.request.fetch(filled(route, id), { method, data: "{}", maxRedirects: 0 });
      expect(answer.status(), `${method} ${route}`).toBeGreaterThanOrEqual(400);
    }
  }
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

  const named = shop.filter((route) => route.includes("[") && !route.startsWith("/storefront/products"));
  expect(named.length).toBeGreaterThan(3);
  for (const route of [...named, "/storefront/approvals", "/storefront/customers"]) {
    const value = route.includes("[number]") ? invoice : waiting;
    expect(value).not.toBe("");
    const answer = await customer.goto(filled(route, value));
    expect(answer?.status(), route).toBe(404);
  }
  await expect(customer.getByText("Willow")).toBeHidden();
});
