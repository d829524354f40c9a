import { expect, test } from "../fixtures/test";

test("a user is invited, accepts, gets another role, and is out at once when deactivated", async ({
  browser,
  organization,
  signedIn,
}) => {
  const email = `new.${Date.now()}@example.com`;
  const admin = await signedIn(organization.administrator);
  await admin.goto("/setup");
  await admin.getByRole("link", { name: "Users" }).click();
  await admin.getByRole("link", { name: "Invite user" }).click();
  await admin.getByRole("textbox", { name: "Name" }).fill("Nina New");
  await admin.getByRole("textbox", { name: "Email" }).fill(organization.operator);
  await admin.getByRole("button", { name: "Invite" }).click();
  await expect(admin.getByText("This email address is already in use.")).toBeVisible();
  await admin.getByRole("textbox", { name: "Email" }).fill(email);
  await admin.getByRole("button", { name: "Invite" }).click();
  const link = await admin.getByRole("textbox", { name: "One-time link" }).inputValue();
  await admin.getByRole("button", { name: "Done" }).click();
  await expect(admin.getByRole("table", { name: "Users" })).toContainText(email);

  const accepting = await (await browser.newContext()).newPage();
  await accepting.goto(link);
  await accepting.getByRole("textbox", { name: "New password" }).fill("seven umbrellas in the rain");
  await accepting.getByRole("button", { name: "Set password" }).click();
  await expect(accepting).toHaveURL(/\/login/);
  await admin.reload();

  const nina = await signedIn(email);
  await nina.goto("/accounts");
  await expect(nina.getByRole("link", { name: "New account" })).toBeVisible();

  await admin.getByRole("link", { name: "Nina New" }).click();
  await admin.getByRole("combobox", { name: "Role" }).selectOption("Manager");
  await admin.getByRole("button", { name: "Save role" }).click();
  await expect(admin.getByText("Nina New is Manager now")).toBeVisible();
  await nina.reload();
  await expect(nina.getByRole("heading", { level: 1, name: "Accounts" })).toBeVisible();
  await expect(nina.getByRole("link", { name: "New account" })).toBeHidden();

  await admin.getByRole("button", { name: "Deactivate" }).click();
  await admin.getByRole("dialog").getByRole("button", { name: "Deactivate" }).click();
  await expect(admin.getByRole("button", { name: "Activate", exact: true })).toBeVisible();
  await nina.goto("/accounts");
  await expect(nina.getByRole("button", { name: "Sign in" })).toBeVisible();

  await admin.goto("/setup/audit-log");
  const log = admin.getByRole("table", { name: "Audit log" });
  await expect(log.getByRole("row").filter({ hasText: email }).first()).toContainText("User deactivated");
  await expect(log).toContainText("Role: Operator → Manager");
});

test("an operator cannot open users or the audit log", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.operator);
  for (const path of ["/setup/users", "/setup/users/new", "/setup/audit-log"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "Your role does not include this page" })).toBeVisible();
  }
});
