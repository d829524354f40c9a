import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test";

async function signIn(page: Page, email: string, password = "demo-demo-demo"): Promise<void> {
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("a wrong password says so and keeps the email", async ({ page }) => {
  await page.goto("/login");
  await signIn(page, "admin@example.com", "not this one");
  await expect(page.getByRole("alert").filter({ hasText: /\S/ })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Email" })).toHaveValue("admin@example.com");
});

test("who is locked out elsewhere still signs in where they have signed in before", async ({
  browser,
  organization,
  page,
  signedIn,
}) => {
  await page.goto("/login");
  await signIn(page, organization.operator);
  await expect(page).toHaveURL(/\/dashboard$/);
  await page.context().clearCookies({ name: /session-token/ });

  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto("/login");
  const alert = stranger.getByRole("alert").filter({ hasText: /\S/ });
  for (let i = 1; i <= 5; i++) {
    const answered = stranger.waitForResponse((response) => response.request().method() === "POST");
    await signIn(stranger, organization.operator, "not this one");
    await answered;
  }
  await expect(alert).toContainText("You can try again in 1 minute.");
  await signIn(stranger, organization.operator);
  await expect(alert).toContainText("Too many tries. You can try again in 1 minute.");
  await stranger.context().close();

  await page.goto("/login");
  await signIn(page, organization.operator);
  await expect(page).toHaveURL(/\/dashboard$/);

  const administrator = await signedIn(organization.administrator);
  await administrator.goto("/setup/audit-log");
  await expect(administrator.getByRole("table")).toContainText("Sign-in locked");
});

test("next-auth's own door says when to try again", async ({ organization, request }) => {
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  const wrong = { csrfToken, email: organization.manager, password: "not this one", json: "true" };
  const door = "/api/auth/callback/credentials";
  for (let i = 1; i <= 5; i++) expect((await request.post(door, { form: wrong })).status()).toBe(401);
  const refused = await request.post(door, { form: wrong });
  expect(refused.status()).toBe(429);
  expect(Number(refused.headers()["retry-after"])).toBeGreaterThan(0);
  expect(await refused.json()).toMatchObject({ code: "too_many_requests" });
});

test("staff arrive at the dashboard, and a page that was asked for waits for sign-in", async ({ page }) => {
  await page.goto("/orders?q=1042");
  await expect(page).toHaveURL(/\/login/);
  await signIn(page, "operator@example.com");
  await expect(page).toHaveURL(/\/orders\?q=1042$/);

  await page.context().clearCookies();
  await page.goto("/");
  await signIn(page, "operator@example.com");
  await expect(page).toHaveURL(/\/dashboard$/);
});

const waysOut: [string, (page: Page) => Promise<void>][] = [
  [
    "the user menu",
    async (page) => {
      await page.getByRole("button", { name: /^User menu/ }).click();
      await page.getByRole("menuitem", { name: "Sign out" }).click();
      await expect(page).toHaveURL(/\/login/);
    },
  ],
  [
    "next-auth's own address",
    async (page) => {
      const { csrfToken } = await (await page.request.get("/api/auth/csrf")).json();
      const answer = await page.request.post("/api/auth/signout", { form: { csrfToken, json: "true" } });
      expect(answer.ok()).toBe(true);
    },
  ],
];

for (const [door, signOut] of waysOut) {
  test(`who signs out by ${door} is out wherever the cookie went`, async ({ organization, signedIn }) => {
    const page = await signedIn(organization.operator);
    await page.goto("/orders");
    const copied = await page.context().cookies();
    await signOut(page);
    await page.context().addCookies(copied);
    await page.goto("/orders");
    await expect(page).toHaveURL(/\/login/);
  });
}

test("every answer says what a browser may do with it", async ({ request }) => {
  const script = /\/_next\/static\/[^"]+\.js/.exec(await (await request.get("/login")).text())?.[0] ?? "";
  for (const path of ["/login", "/no-such-page", "/api/health", "/api/auth/session", script]) {
    const headers = (await request.get(path)).headers();
    expect(headers, path).toMatchObject({
      "x-frame-options": "DENY",
      "x-content-type-options": "nosniff",
      "referrer-policy": "strict-origin-when-cross-origin",
      "cross-origin-opener-policy": "same-origin",
    });
    if (path === script) continue;
    const policy = headers["content-security-policy"] ?? "";
    expect(policy, path).toMatch(/default-src 'self'.*frame-ancestors 'none'/);
    expect(/script-src ([^;]*)/.exec(policy)?.[1], path).toMatch(/^'self' 'nonce-[^']+' 'strict-dynamic'$/);
    expect(headers["x-powered-by"], path).toBeUndefined();
  }
  const policies = await Promise.all([request.get("/login"), request.get("/login")]);
  const [one, other] = policies.map((response) => response.headers()["content-security-policy"]);
  expect(one, "a nonce serves once").not.toBe(other);
});

test("nobody outside writes into our log", async ({ request }) => {
  const written = { code: "ERROR", message: "Forged line", level: "error" };
  for (const path of ["/api/auth/_log", "/api/auth/_log/", "/api/auth/x/_log"])
    expect((await request.post(path, { form: written })).status(), path).toBe(404);
});

test("an organization sees nothing of another", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.administrator);
  await page.goto("/orders");
  await expect(page.getByRole("table", { name: "Orders" })).toBeVisible();
  await expect(page.getByText("No orders yet")).toBeVisible();
  await expect(page.getByRole("table", { name: "Orders" }).getByRole("link")).toHaveCount(0);
});
