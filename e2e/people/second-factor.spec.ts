import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { expectReadable } from "../fixtures/looks";
import { expect, test } from "../fixtures/test";

const password = "demo-demo-demo";

async function enterPassword(page: Page, email: string): Promise<void> {
  await page.goto("/login");
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

async function enterCode(page: Page, code: string): Promise<void> {
  await page.getByRole("textbox", { name: "Code" }).fill(code);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** Returns what an app with this key shows now, or half a minute later, since each code counts once. */
function codeOf(key: string, { next = false } = {}): string {
  const totp = new TOTP({ secret: Secret.fromBase32(key.replaceAll(" ", "")) });
  return totp.generate({ timestamp: Date.now() + (next ? 30_000 : 0) });
}

/** Sets up an app on a page that offers it, and returns its key and the recovery codes. */
async function setUpApp(page: Page): Promise<{ key: string; codes: string[] }> {
  await page.getByRole("button", { name: "Set up an app" }).click();
  const dialog = page.getByRole("dialog", { name: "Set up an authenticator app" });
  await dialog.getByRole("textbox", { name: "Your password" }).fill(password);
  await dialog.getByRole("button", { name: "Go on" }).click();
  await expect(dialog.getByRole("img", { name: "Picture for your authenticator app" })).toBeVisible();
  const key = (await dialog.locator("code").textContent()) ?? "";
  await dialog.getByRole("textbox", { name: "Code" }).fill("000 000");
  await dialog.getByRole("button", { name: "Confirm" }).click();
  await expect(dialog.getByText("This code is wrong or too old.")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Code" }).fill(codeOf(key));
  await dialog.getByRole("button", { name: "Confirm" }).click();
  const shown = page.getByRole("dialog", { name: "Recovery codes" });
  const listed = shown.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await expect(listed).toHaveCount(10);
  const codes = await listed.allTextContents();
  await shown.getByRole("button", { name: "I have kept them" }).click();
  await expect(shown).toBeHidden();
  return { key, codes };
}

test("an app is set up, asked for at sign-in, lost, replaced by a recovery code, and removed", async ({
  browser,
  organization,
  signedIn,
}) => {
  const own = await signedIn(organization.operator);
  await own.goto("/profile");
  const { key, codes } = await setUpApp(own);
  expect(codes).toHaveLength(10);
  const factors = own.getByRole("list", { name: "Second factors" });
  await expect(factors.getByText("You have 10 codes left.")).toBeVisible();

  const page = await (await browser.newContext()).newPage();
  await enterPassword(page, organization.operator);
  await expect(page.getByRole("heading", { name: "Second factor" })).toBeVisible();
  await expectReadable(page);
  // The password alone opens nothing.
  await page.goto("/orders");
  await expect(page).toHaveURL(/\/login\?/);
  await enterPassword(page, organization.operator);
  await enterCode(page, "000000");
  await expect(page.getByRole("alert").filter({ hasText: "This code is wrong" })).toBeVisible();
  await enterCode(page, codeOf(key, { next: true }));
  await expect(page).toHaveURL(/\/dashboard$/);

  const lost = await (await browser.newContext()).newPage();
  await enterPassword(lost, organization.operator);
  await enterCode(lost, codes[0]?.toLowerCase() ?? "");
  await expect(lost).toHaveURL(/\/dashboard$/);
  await lost.goto("/profile");
  await expect(lost.getByText("You have 9 codes left.")).toBeVisible();
  await lost.getByRole("button", { name: "Remove the authenticator app" }).click();
  const dialog = lost.getByRole("dialog", { name: "Remove the authenticator app" });
  await dialog.getByRole("textbox", { name: "Your password" }).fill("not mine");
  await dialog.getByRole("button", { name: "Remove" }).click();
  await expect(dialog.getByText("This is not your current password.")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Your password" }).fill(password);
  await dialog.getByRole("button", { name: "Remove" }).click();
  await expect(lost.getByRole("button", { name: "Set up an app" })).toBeVisible();
});

test("a passkey is added, and signs in after the password and without it", async ({
  browser,
  organization,
}) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const devices = await context.newCDPSession(page);
  await devices.send("WebAuthn.enable");
  await devices.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...{ protocol: "ctap2", transport: "internal", hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  await enterPassword(page, organization.operator);
  await expect(page).toHaveURL(/\/dashboard$/);
  await page.goto("/profile");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a passkey" });
  await dialog.getByRole("textbox", { name: "Name" }).fill("Work laptop");
  await dialog.getByRole("textbox", { name: "Your password" }).fill(password);
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByRole("button", { name: "Remove Work laptop" })).toBeVisible();

  await context.clearCookies({ name: /session-token/ });
  await enterPassword(page, organization.operator);
  await page.getByRole("button", { name: "Use your passkey" }).click();
  await expect(page).toHaveURL(/\/dashboard$/);

  await context.clearCookies({ name: /session-token/ });
  await page.goto("/login?next=%2Forders");
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page).toHaveURL(/\/orders$/);
});

test("an organization requires a second factor, and an administrator resets a lost one", async ({
  browser,
  organization,
  signedIn,
}) => {
  const operator = await signedIn(organization.operator);
  await operator.goto("/orders");
  await expect(operator.getByRole("heading", { name: "Orders" })).toBeVisible();

  const admin = await signedIn(organization.administrator);
  await admin.goto("/dashboard");
  await expect(admin.getByRole("link", { name: "Set up a second factor" })).toBeVisible();
  await admin.goto("/setup/sign-in");
  await admin.getByRole("checkbox", { name: "Operators" }).check();
  await admin.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByText("The rules for signing in are saved")).toBeVisible();

  await operator.goto("/orders");
  await expect(operator.getByRole("heading", { name: "Set up a second factor" })).toBeVisible();
  await operator.goto("/login");
  await expect(operator.getByRole("heading", { name: "Set up a second factor" })).toBeVisible();
  await expectReadable(operator);
  // The page that was wanted comes after the factor, and a page elsewhere never does.
  await operator.goto("/second-factor?next=%2F%2Felsewhere.example");
  await expect(operator.getByRole("heading", { name: "Set up a second factor" })).toBeVisible();
  await operator.goto("/orders?q=harbour");
  await expect(operator).toHaveURL(/\/second-factor\?next=%2Forders%3Fq%3Dharbour$/);
  const { key } = await setUpApp(operator);
  await operator.getByRole("link", { name: "Go on" }).click();
  await expect(operator).toHaveURL(/\/orders\?q=harbour$/);

  const again = await (await browser.newContext()).newPage();
  await again.goto("/login?next=%2Forders%3Fq%3Dharbour");
  await again.getByRole("textbox", { name: "Email" }).fill(organization.operator);
  await again.getByRole("textbox", { name: "Password" }).fill(password);
  await again.getByRole("button", { name: "Sign in", exact: true }).click();
  await again.getByRole("link", { name: "Sign in as somebody else" }).click();
  await expect(again).toHaveURL(/\/login\?next=%2Forders%3Fq%3Dharbour$/);
  await again.getByRole("textbox", { name: "Email" }).fill(organization.operator);
  await again.getByRole("textbox", { name: "Password" }).fill(password);
  await again.getByRole("button", { name: "Sign in", exact: true }).click();
  await enterCode(again, codeOf(key, { next: true }));
  await expect(again).toHaveURL(/\/orders\?q=harbour$/);
  await again.context().close();
  await operator.goto("/profile");
  await expect(
    operator.getByText("Your organization requires a second factor, so the last one stays."),
  ).toBeVisible();
  await expect(operator.getByRole("button", { name: "Remove the authenticator app" })).toBeHidden();

  await admin.goto(`/setup/users?q=${encodeURIComponent(organization.operator)}`);
  await admin.getByRole("table", { name: "Users" }).getByRole("link").first().click();
  await admin.getByRole("button", { name: "Reset second factor" }).click();
  await admin.getByRole("dialog").getByRole("button", { name: "Reset" }).click();
  await expect(admin.getByText("has none.")).toBeVisible();
  await operator.goto("/orders");
  await expect(operator).toHaveURL(/\/login/);
});
