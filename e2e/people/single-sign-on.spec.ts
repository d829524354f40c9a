import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type { BrowserOrganization } from "../fixtures/backstage";
import { expectIn, goTo } from "../fixtures/in-organization";
import { invite } from "../fixtures/invite";
import { expectReadable, expectSound } from "../fixtures/looks";
import { expect, test } from "../fixtures/test";

const password = "demo-demo-demo";

type Account = { subject: string; email: string; verified?: boolean };

/** Signs in at the identity provider, to which a page has led. */
async function answerProvider(page: Page, { subject, email, verified = true }: Account): Promise<void> {
  await page.getByRole("textbox", { name: "Account" }).fill(subject);
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByRole("checkbox", { name: "Verified" }).setChecked(verified);
  await page.getByRole("button", { name: "Continue" }).click();
}

async function throughProvider(page: Page, account: Account): Promise<void> {
  await page.goto("/login");
  await page.getByRole("button", { name: "Company sign-in" }).click();
  await answerProvider(page, account);
}

/** Begins to link the account of the person who is signed in, and waits at the provider. */
async function beginLinking(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Link Company sign-in" }).click();
  const dialog = page.getByRole("dialog", { name: "Link Company sign-in" });
  await dialog.getByRole("textbox", { name: "Your password" }).fill(password);
  await dialog.getByRole("button", { name: "Go on" }).click();
  await expect(page).toHaveTitle("Identity provider");
}

/** Links an account in the profile of the person who is signed in. */
async function linkAccount(page: Page, account: Account): Promise<void> {
  await page.goto("/profile");
  await beginLinking(page);
  await answerProvider(page, account);
  await expect(page.getByRole("button", { name: "Unlink Company sign-in" })).toBeVisible();
}

const alertWith = (page: Page, hasText: string) => page.getByRole("alert").filter({ hasText });

test("an account is linked in the profile, signs in whatever its email is, and is unlinked", async ({
  browser,
  organization,
  signedIn,
}) => {
  const email = organization.operator;
  const account = { subject: randomUUID(), email };
  const own = await signedIn(email);
  const stranger = await (await browser.newContext()).newPage();
  // The verified email alone is nobody, and the answer is the same for an email that nobody has.
  await throughProvider(stranger, account);
  const refused = await alertWith(stranger, "signs nobody in here").textContent();
  await expectReadable(stranger);
  await throughProvider(stranger, { subject: randomUUID(), email: "nobody@example.com" });
  await expect(alertWith(stranger, "signs nobody in here")).toHaveText(refused ?? "");
  await stranger.goto("/orders");
  await expect(stranger).toHaveURL(/\/login/);

  await own.goto("/profile");
  const section = own.getByRole("region", { name: "Single sign-on" });
  await own.getByRole("button", { name: "Link Company sign-in" }).click();
  const dialog = own.getByRole("dialog", { name: "Link Company sign-in" });
  await dialog.getByRole("textbox", { name: "Your password" }).fill("not my password");
  await dialog.getByRole("button", { name: "Go on" }).click();
  await expect(dialog.getByText("This is not your current password.")).toBeVisible();
  await own.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await beginLinking(own);
  await answerProvider(own, account);
  await expect(section.getByRole("status")).toHaveText("The account is linked. It signs you in from now on.");
  await expectReadable(own);

  await throughProvider(stranger, { subject: randomUUID(), email });
  await expect(alertWith(stranger, "signs nobody in here")).toBeVisible();
  await throughProvider(stranger, { ...account, email: "moved@elsewhere.example", verified: false });
  await expect(stranger).toHaveURL(/\/dashboard$/);

  await section.getByRole("button", { name: "Unlink Company sign-in" }).click();
  const unlink = own.getByRole("dialog", { name: "Unlink Company sign-in" });
  await unlink.getByRole("textbox", { name: "Your password" }).fill(password);
  await unlink.getByRole("button", { name: "Unlink" }).click();
  await expect(own.getByText("You unlinked Company sign-in")).toBeVisible();
  await stranger.goto("/orders");
  await expect(stranger).toHaveURL(/\/login/);
  await throughProvider(stranger, account);
  await expect(alertWith(stranger, "signs nobody in here")).toBeVisible();
  await stranger.context().close();
});

test("an account that is somebody else's is not linked, and who gives up linking signs in as before", async ({
  organization,
  signedIn,
}) => {
  const account = { subject: randomUUID(), email: organization.operator };
  const first = await signedIn(organization.operator);
  await linkAccount(first, account);

  const other = await signedIn(organization.manager);
  await other.goto("/profile");
  await beginLinking(other);
  await answerProvider(other, account);
  await expect(alertWith(other, "linked to somebody else already")).toBeVisible();
  await expectReadable(other);

  await beginLinking(other);
  await other.context().clearCookies({ name: /session-token/ });
  await throughProvider(other, account);
  await expect(other).toHaveURL(/\/dashboard$/);
});

test("an invitation is accepted by an account, and the provider does not learn its link", async ({
  browser,
  organization,
  signedIn,
}) => {
  const email = `ida.${Date.now()}@people.example`;
  const admin = await signedIn(organization.administrator);
  await admin.goto("/setup/users/new");
  await admin.getByRole("textbox", { name: "Name" }).fill("Ida Invited");
  await admin.getByRole("textbox", { name: "Email" }).fill(email);
  await admin.getByRole("button", { name: "Invite" }).click();
  const link = await admin.getByRole("textbox", { name: "One-time link" }).inputValue();

  const context = await browser.newContext();
  const ida = await context.newPage();
  const asked: string[] = [];
  ida.on("request", (request) => {
    asked.push(JSON.stringify([request.url(), request.headers(), request.postData()]));
  });
  const account = { subject: randomUUID(), email: "ida@provider.example", verified: false };
  await throughProvider(ida, account);
  await expect(alertWith(ida, "open the link of your invitation")).toBeVisible();
  await ida.goto(link);
  await expectReadable(ida);
  await ida.getByRole("button", { name: "Continue with Company sign-in" }).click();
  await expect(ida).toHaveTitle("Identity provider");
  const provider = new URL(ida.url()).origin;
  await answerProvider(ida, account);
  await expect(ida).toHaveURL(/\/dashboard$/);
  const secret = link.split("/").at(-1) ?? "";
  const toProvider = asked.filter((request) => request.startsWith(`["${provider}`));
  expect(toProvider.length).toBeGreaterThan(0);
  expect(toProvider.filter((request) => request.includes(secret))).toEqual([]);

  // Ida has no password, so the account stays. The link is used up.
  await ida.goto("/profile");
  await expect(ida.getByText("it is your only way to sign in")).toBeVisible();
  await context.clearCookies();
  await ida.goto(link);
  await expect(alertWith(ida, "already used")).toBeVisible();
  await throughProvider(ida, account);
  await expect(ida).toHaveURL(/\/dashboard$/);
  await context.close();
});

test("an organization turns passwords off, and says what works in their place", async ({
  browser,
  organization,
  signedIn,
}) => {
  const admin = await signedIn(organization.administrator);
  await admin.goto("/setup/sign-in");
  await expect(admin.getByText("once you have signed in with Company sign-in")).toBeVisible();
  await expect(admin.getByRole("checkbox", { name: "Allow only Company sign-in" })).toHaveCount(0);
  const account = { subject: randomUUID(), email: organization.administrator };
  await linkAccount(admin, account);

  const operator = await signedIn(organization.operator);
  await operator.goto("/orders");
  await admin.goto("/setup/sign-in");
  await admin.getByRole("checkbox", { name: "Allow only Company sign-in" }).check();
  await expectReadable(admin);
  await admin.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByText("The rules for signing in are saved")).toBeVisible();
  await operator.goto("/dashboard");
  await expect(operator).toHaveURL(/\/login/);

  const page = await (await browser.newContext()).newPage();
  const enter = async (typed: string) => {
    await page.goto("/login");
    await page.getByRole("textbox", { name: "Email" }).fill(organization.operator);
    await page.getByRole("textbox", { name: "Password" }).fill(typed);
    await page.getByRole("button", { name: "Sign in" }).click();
  };
  await enter("not my password");
  await expect(alertWith(page, "is wrong")).toBeVisible();
  await enter(password);
  await expect(alertWith(page, "Continue with Company sign-in instead.")).toBeVisible();
  await expectReadable(page);

  // The operator has linked no account, and gets a link that does.
  await admin.goto("/setup/users");
  await admin.getByRole("row").filter({ hasText: organization.operator }).getByRole("link").first().click();
  const section = admin.getByRole("region", { name: "Single sign-on" });
  await expect(section.getByText("has not linked an account at Company sign-in yet")).toBeVisible();
  await expect(admin.getByRole("button", { name: "new password" })).toHaveCount(0);
  await expectReadable(admin);
  await section.getByRole("button", { name: "Make a link to link an account" }).click();
  const link = await admin.getByRole("textbox", { name: "One-time link" }).inputValue();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "Link your account" })).toBeVisible();
  await expectReadable(page);
  await page.getByRole("button", { name: "Continue with Company sign-in" }).click();
  const operators = { subject: randomUUID(), email: organization.operator };
  await answerProvider(page, operators);
  await expect(page).toHaveURL(/\/dashboard$/);
  await page.goto("/profile");
  await expect(page.getByText("accepts only single sign-on, so this account stays")).toBeVisible();
  await page.context().close();
  await admin.reload();
  await expect(section.getByText("so they need no link")).toBeVisible();
  await expect(section.getByRole("button")).toHaveCount(0);

  await admin.context().clearCookies({ name: /session-token/ });
  await throughProvider(admin, account);
  await expect(admin).toHaveURL(/\/dashboard$/);
});

/** Has an administrator link an account and allow nothing else. */
async function allowOnlyProvider(admin: Page, email: string): Promise<void> {
  await linkAccount(admin, { subject: randomUUID(), email });
  await admin.goto("/setup/sign-in");
  await admin.getByRole("checkbox", { name: "Allow only Company sign-in" }).check();
  await admin.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByText("The rules for signing in are saved")).toBeVisible();
}

/** Joins an organization by a link in a session that does not go there. */
async function join(page: Page, link: string, { name }: BrowserOrganization): Promise<void> {
  await page.goto(link);
  await page.getByRole("button", { name: `Join ${name}` }).click();
  await expect(page.getByRole("heading", { name: `You have joined ${name}` })).toBeVisible();
}

test("joining an organization by a session that does not go there says why, and what does", async ({
  ask,
  organization,
  signedIn,
}) => {
  const admin = await signedIn(organization.administrator);
  await allowOnlyProvider(admin, organization.administrator);
  const other = await ask<BrowserOrganization>("organization");
  const link = await invite(admin, other.operator);

  const page = await signedIn(other.operator);
  await page.goto(link);
  await expect(page.getByText(`${organization.name} accepts only Company sign-in`)).toBeVisible();
  await join(page, link, organization);
  await expect(page.getByText("Link your account at Company sign-in in your profile.")).toBeVisible();
  await expect(page.getByRole("link", { name: `Stay in ${other.name}` })).toBeVisible();
  await expectSound(page, page.url());

  await page.getByRole("link", { name: "Open your profile" }).click();
  await beginLinking(page);
  await answerProvider(page, { subject: randomUUID(), email: other.operator });
  const section = page.getByRole("region", { name: "Single sign-on" });
  await expect(section.getByRole("status")).toContainText("The account is linked.");
  await expect(section.getByText("accepts only single sign-on, so this account stays")).toBeVisible();
  await goTo(page, organization.name);
});

test("a person with a linked account joins by their password, and is led to sign in by the account", async ({
  ask,
  organization,
  signedIn,
}) => {
  const admin = await signedIn(organization.administrator);
  await allowOnlyProvider(admin, organization.administrator);
  const other = await ask<BrowserOrganization>("organization");
  const link = await invite(admin, other.operator);
  const account = { subject: randomUUID(), email: other.operator };
  const linking = await signedIn(other.operator);
  await linkAccount(linking, account);

  const page = await signedIn(other.operator);
  await join(page, link, organization);
  await expect(page.getByText("Sign out, and continue with Company sign-in.")).toBeVisible();
  await expectSound(page, page.url());
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/login/);
  await throughProvider(page, account);
  await expectIn(page, organization.name);
});

test("a person without a second factor joins where one is required, and is led to set one up", async ({
  ask,
  organization,
  signedIn,
}) => {
  const admin = await signedIn(organization.administrator);
  await admin.goto("/setup/sign-in");
  await admin.getByRole("checkbox", { name: "Operators" }).check();
  await admin.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByText("The rules for signing in are saved")).toBeVisible();
  const other = await ask<BrowserOrganization>("organization");
  const link = await invite(admin, other.operator);

  const page = await signedIn(other.operator);
  await join(page, link, organization);
  await expect(page.getByText(`${organization.name} requires a second factor`)).toBeVisible();
  await expectSound(page, page.url());
  await page.getByRole("link", { name: `Stay in ${other.name}` }).click();
  await page.waitForURL("**/dashboard");
});
