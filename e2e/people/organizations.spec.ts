import type { Page } from "@playwright/test";
import type { BrowserOrganization } from "../fixtures/backstage";
import { expectIn, goTo } from "../fixtures/in-organization";
import { invite } from "../fixtures/invite";
import { expect, test } from "../fixtures/test";

/** Somebody works in two organizations: docs/domain.md, section 7, "Several organizations". */

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill("demo-demo-demo");
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("a person is invited to a second organization, joins it, and goes there and back", async ({
  ask,
  browser,
  organization: first,
  signedIn,
}) => {
  const second = await ask<BrowserOrganization>("organization");
  const admin = await signedIn(second.administrator);
  const link = await invite(admin, first.operator);

  // An administrator who opens it learns nothing of the person, and is not joined.
  await admin.goto(link);
  await expect(admin.getByRole("alert").filter({ hasText: `for ${first.operator}` })).toBeVisible();

  const page = await (await browser.newContext()).newPage();
  await page.goto(link);
  await page.getByRole("textbox", { name: "New password" }).fill("seven umbrellas in the rain");
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "you keep your password" })).toBeVisible();
  await page.getByRole("link", { name: "Sign in to join" }).click();
  await signIn(page, first.operator);
  await expect(page.getByRole("heading", { level: 1, name: `Join ${second.name}` })).toBeVisible();
  await page.getByRole("button", { name: `Join ${second.name}` }).click();
  await expectIn(page, second.name);
  await goTo(page, first.name);

  // By keyboard alone.
  await page.getByRole("button", { name: /^User menu/ }).focus();
  await page.keyboard.press("Enter");
  const item = page.getByRole("menuitem", { name: `Go to ${second.name}` });
  await expect(page.getByRole("menuitem").first()).toBeVisible();
  for (
    let pressed = 0;
    pressed < 10 && !(await item.evaluate((one) => one === document.activeElement));
    pressed++
  )
    await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expectIn(page, second.name);

  // Signing in leads to where the person was last.
  await page.getByRole("button", { name: /^User menu/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await signIn(page, first.operator);
  await expectIn(page, second.name);

  // An administrator can't hold the link that would open the other organization.
  await admin.goto("/setup/users");
  await admin.getByRole("link", { name: "Ida Invited" }).click();
  await admin.getByRole("button", { name: "Make a link for a new password" }).click();
  await expect(admin.getByText("signs in to another organization too")).toBeVisible();

  const other = await (await browser.newContext()).newPage();
  await other.goto("/login");
  await signIn(other, first.operator);
  await goTo(other, first.name);
  await other.goto("/profile/sessions");
  const list = other.getByRole("list", { name: "Sessions" });
  await expect(list.getByRole("listitem").filter({ hasText: second.name })).toBeVisible();
  await other.getByRole("button", { name: "End all other sessions" }).click();
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await page.goto("/orders");
  await expect(page).toHaveURL(/\/login/);
});

test("an old tab is refused after somebody went to another organization, and keeps what is typed", async ({
  ask,
  organization: first,
  signedIn,
}) => {
  const second = await ask<BrowserOrganization>("organization");
  await ask("membership", first.operator, second.operator);
  const page = await signedIn(first.operator);
  await page.goto("/accounts/new");
  const name = page.getByRole("textbox", { name: "Name", exact: true });
  await name.fill("Typed in the old tab");

  const newer = await page.context().newPage();
  await newer.goto("/dashboard");
  await goTo(newer, second.name);
  const goBack = page.getByRole("button", { name: `Go back to ${first.name}` });
  const notice = page.getByRole("alert").filter({ has: goBack });
  await expect(notice).toContainText(`You are in ${second.name} now. This page belongs to ${first.name}`);

  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Nothing was changed." })).toBeVisible();
  await expect(name).toHaveValue("Typed in the old tab");
  expect(await page.evaluate(async () => (await fetch("/dashboard/summary")).status)).toBe(409);
  expect(await page.evaluate(async () => (await fetch("/api/live")).status)).toBe(409);
  await newer.goto("/accounts");
  await expect(newer.getByRole("table", { name: "Accounts" })).not.toContainText("Typed in the old tab");

  // Going back makes the old tab work again, and leaves the newer one behind.
  await goBack.click();
  await expect(notice).toBeHidden();
  await expect(newer.getByRole("alert").filter({ hasText: `You are in ${first.name} now` })).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Typed in the old tab" })).toBeVisible();

  // A link in the tab that was left opens everything anew.
  await newer.getByRole("link", { name: "Orders", exact: true }).first().click();
  await expectIn(newer, first.name);
});
