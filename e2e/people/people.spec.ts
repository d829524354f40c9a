import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test";

const good = "seven umbrellas in the rain";
const better = "eight umbrellas in the snow";

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/login");
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function choose(page: Page, password: string): Promise<void> {
  await page.getByRole("textbox", { name: "New password" }).fill(password);
  await page.getByRole("button", { name: "Set password" }).click();
}

/** Chooses a good password and waits until it is set, since signing in leaves the page. */
async function chooseGood(page: Page, password: string): Promise<void> {
  await choose(page, password);
  await expect(page.getByRole("status").filter({ hasText: "Your password is set" })).toBeVisible();
}

/** Takes the link out of the dialog that shows it once. */
async function linkShown(page: Page): Promise<string> {
  const dialog = page.getByRole("dialog", { name: /^Link for/ });
  const link = await dialog.getByRole("textbox", { name: "One-time link" }).inputValue();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(dialog).toBeHidden();
  return link;
}

test("a person is invited, chooses a good password, forgets it, and is signed out elsewhere by a new one", async ({
  browser,
  organization,
  signedIn,
}) => {
  const email = `ida.${Date.now()}@people.example`;
  const admin = await signedIn(organization.administrator);
  await admin.goto("/setup/users");
  await admin.getByRole("link", { name: "Invite user" }).click();
  const invite = async () => {
    await admin.getByRole("textbox", { name: "Name" }).fill("Ida Invited");
    await admin.getByRole("textbox", { name: "Email" }).fill(email);
    await admin.getByRole("button", { name: "Invite" }).click();
  };
  await invite();
  const first = await linkShown(admin);
  const row = admin.getByRole("table", { name: "Users" }).getByRole("row").filter({ hasText: email });
  await expect(row).toContainText("Invited, not yet accepted");

  // A second invitation gives a new link, and the old one is over.
  await admin.goto("/setup/users/new");
  await invite();
  await expect(admin.getByText("This person is already invited")).toBeVisible();
  await admin.getByRole("button", { name: "Make a new link" }).click();
  await linkShown(admin);
  await row.getByRole("button", { name: "Make a new link for Ida Invited" }).click();
  const link = await linkShown(admin);

  const context = await browser.newContext();
  const ida = await context.newPage();
  await ida.goto(first);
  await expect(ida.getByRole("alert").filter({ hasText: "does not work any more" })).toBeVisible();
  await signIn(ida, email, good);
  await expect(ida.getByRole("alert").filter({ hasText: "is wrong" })).toBeVisible();

  const answer = await ida.goto(link);
  expect(answer?.headers()).toMatchObject({
    "referrer-policy": "same-origin",
    "cache-control": expect.stringContaining("no-store"),
  });
  await expect(ida.getByText(`You sign in with ${email}.`)).toBeVisible();
  await choose(ida, "short");
  await expect(ida.getByText("Use at least 12 characters.")).toBeVisible();
  await choose(ida, "password1234");
  await expect(ida.getByText("many people use it")).toBeVisible();
  await choose(ida, "Ida Invited 2026");
  await expect(ida.getByText("made of your name, email or company")).toBeVisible();
  await chooseGood(ida, good);
  await signIn(ida, email, good);
  await expect(ida).toHaveURL(/\/dashboard$/);
  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto(link);
  await expect(elsewhere.getByRole("alert").filter({ hasText: "already used" })).toBeVisible();

  // Without a mail server the sign-in page says whom to ask.
  await elsewhere.goto("/login");
  await elsewhere.getByRole("link", { name: "Forgot your password?" }).click();
  await expect(elsewhere.getByText("Ask an administrator for a link")).toBeVisible();
  await admin.getByRole("link", { name: "Ida Invited" }).click();
  await admin.getByRole("button", { name: "Make a link for a new password" }).click();
  const forgotten = await linkShown(admin);
  await ida.reload();
  await expect(ida).toHaveURL(/\/dashboard$/);
  await elsewhere.goto(forgotten);
  await chooseGood(elsewhere, better);
  await signIn(elsewhere, email, better);
  await expect(elsewhere).toHaveURL(/\/dashboard$/);
  await ida.goto("/orders");
  await expect(ida).toHaveURL(/\/login/);

  await admin.getByRole("button", { name: "End all sessions" }).click();
  await expect(admin.getByText(/sessions? of Ida Invited ended/)).toBeVisible();
  await elsewhere.goto("/orders");
  await expect(elsewhere).toHaveURL(/\/login/);

  await admin.goto("/setup/audit-log");
  const log = admin.getByRole("table", { name: "Audit log" });
  for (const told of ["User invited", "Invitation accepted", "Password set", "Sessions ended"]) {
    await expect(
      log.getByRole("row").filter({ hasText: email }).filter({ hasText: told }).first(),
    ).toBeVisible();
  }
  await expect(log).not.toContainText(link.split("/").at(-1) ?? "");
});

test("a person changes name, password and email, and stays signed in here alone", async ({
  browser,
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  await page.goto("/dashboard");
  await page.getByRole("button", { name: /^User menu/ }).click();
  await page.getByRole("menuitem", { name: "Your profile" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your profile" })).toBeVisible();
  await page.getByRole("textbox", { name: "Name" }).fill("Olive Renamed");
  await page.getByRole("button", { name: "Save name" }).click();
  await expect(page.getByRole("button", { name: "User menu of Olive Renamed" })).toBeVisible();

  const other = await (await browser.newContext()).newPage();
  await signIn(other, organization.operator, "demo-demo-demo");
  await expect(other).toHaveURL(/\/dashboard$/);
  const part = page.getByRole("region", { name: "Password" });
  const change = async (current: string, password: string) => {
    await part.getByRole("textbox", { name: "Current password" }).fill(current);
    await part.getByRole("textbox", { name: "New password" }).fill(password);
    await part.getByRole("button", { name: "Change password" }).click();
  };
  await change("not my password", good);
  await expect(part.getByText("This is not your current password.")).toBeVisible();
  await change("demo-demo-demo", "olive renamed 26");
  await expect(part.getByText("made of your name")).toBeVisible();
  await change("demo-demo-demo", good);
  await expect(page.getByText("Your password is changed")).toBeVisible();
  await other.goto("/orders");
  await expect(other).toHaveURL(/\/login/);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Your profile" })).toBeVisible();

  const email = `olive.${Date.now()}@new.example`;
  const address = page.getByRole("region", { name: "Email address" });
  await address.getByRole("textbox", { name: "New email address" }).fill(email);
  await address.getByRole("textbox", { name: "Your password" }).fill(good);
  await address.getByRole("button", { name: "Change email address" }).click();
  await expect(address.getByText(`${email} waits for its confirmation.`)).toBeVisible();

  const admin = await signedIn(organization.administrator);
  await admin.goto("/setup/users");
  await admin.getByRole("link", { name: "Olive Renamed" }).click();
  await admin.getByRole("button", { name: "Make a confirmation link" }).click();
  const link = await linkShown(admin);
  await signIn(other, organization.operator, good);
  await expect(other).toHaveURL(/\/dashboard$/);
  await other.goto(link);
  await other.getByRole("button", { name: `Confirm ${email}` }).click();
  await expect(other.getByRole("status").filter({ hasText: "The address is confirmed" })).toBeVisible();
  await page.reload();
  await expect(page.getByText(`You sign in with ${email}.`)).toBeVisible();
  const later = await (await browser.newContext()).newPage();
  await signIn(later, email, good);
  await expect(later).toHaveURL(/\/dashboard$/);
});

test("a customer finds the own profile in the shop", async ({ shop, signedIn }) => {
  const page = await signedIn(shop.customer);
  await page.goto("/storefront");
  await page.getByRole("button", { name: /^User menu/ }).click();
  await page.getByRole("menuitem", { name: "Your profile" }).click();
  await expect(page).toHaveURL(/\/storefront\/profile$/);
  await page.getByRole("textbox", { name: "Name" }).fill("Clara Renamed");
  await page.getByRole("button", { name: "Save name" }).press("Enter");
  await expect(page.getByRole("button", { name: "User menu of Clara Renamed" })).toBeVisible();
});
