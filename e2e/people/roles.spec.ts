import { type Permission, staffPermissions } from "../../lib/domain/permissions";
import { expect, test } from "../fixtures/test";

type Made = { email: string; roleId: string; name: string };

test("a role is duplicated, narrowed, given, changed and deleted, and counts at the next click", async ({
  organization,
  signedIn,
}) => {
  const admin = await signedIn(organization.administrator);
  await admin.goto("/setup");
  await admin.getByRole("link", { name: "Roles" }).click();
  await expect(admin.getByText("You have no roles of your own yet")).toBeVisible();
  await admin.getByRole("table", { name: "Fixed roles" }).getByRole("link", { name: "Manager" }).click();
  await expect(admin.getByText("This role is fixed. Every organization has it.")).toBeVisible();
  await expect(admin.getByRole("checkbox")).toHaveCount(0);
  await admin.getByRole("link", { name: "Duplicate" }).click();

  const form = admin.getByRole("form", { name: "Role" });
  const box = (name: string) => form.getByRole("checkbox", { name, exact: true });
  await expect(form.getByRole("textbox", { name: "Name" })).toHaveValue("Manager (copy)");
  await form.getByRole("textbox", { name: "Name" }).fill("operator");
  await form.getByRole("button", { name: "Create role" }).click();
  await expect(form.getByText("A role named “operator” already exists. Choose another name.")).toBeVisible();
  await form.getByRole("textbox", { name: "Name" }).fill("Billing clerk");
  // What needs orders goes with them, and payments bring them back.
  await box("See orders").uncheck();
  await expect(box("See the dashboard")).not.toBeChecked();
  await expect(box("See products")).toBeChecked();
  await box("Record payments").check();
  await expect(box("See orders")).toBeChecked();
  await expect(form.getByText("With “See invoices, credit notes and payments”").first()).toBeVisible();
  await form.getByRole("button", { name: "Create role" }).click();
  await expect(admin.getByRole("heading", { level: 1, name: "Billing clerk" })).toBeVisible();
  await expect(admin.getByText("Nobody has this role.").first()).toBeVisible();

  await admin.goto(`/setup/users?q=${organization.operator}`);
  await admin.getByRole("table", { name: "Users" }).getByRole("link").first().click();
  await admin.getByRole("combobox", { name: "Role" }).selectOption("Billing clerk");
  await admin.getByRole("button", { name: "Save role" }).click();
  await expect(admin.getByText("is Billing clerk now")).toBeVisible();

  const clerk = await signedIn(organization.operator);
  await clerk.goto("/");
  await expect(clerk).toHaveURL(/\/orders$/);
  await expect(clerk.getByRole("link", { name: "New order" })).toBeHidden();
  await clerk.goto("/dashboard");
  await expect(clerk.getByRole("heading", { name: "Your role does not include this page" })).toBeVisible();
  await clerk.getByRole("link", { name: "Go to Orders" }).click();
  await expect(clerk.getByRole("heading", { level: 1, name: "Orders" })).toBeVisible();
  await clerk.getByRole("button", { name: "Ada Example" }).click();
  await expect(clerk.getByText("Billing clerk ·")).toBeVisible();
  await clerk.keyboard.press("Escape");

  await admin.goto("/setup/roles");
  await admin.getByRole("link", { name: "Billing clerk" }).click();
  await expect(
    admin.getByText("1 person has this role. A change counts from their next click."),
  ).toBeVisible();
  await expect(admin.getByRole("button", { name: "Delete role" })).toBeHidden();
  await box("Create orders").check();
  await form.getByRole("button", { name: "Save role" }).click();
  await expect(admin.getByText("Billing clerk saved")).toBeVisible();
  await clerk.reload();
  await expect(clerk.getByRole("link", { name: "New order" }).first()).toBeVisible();

  await admin.getByRole("link", { name: "See who has this role" }).click();
  await admin.getByRole("table", { name: "Users" }).getByRole("link").first().click();
  await admin.getByRole("combobox", { name: "Role" }).selectOption("Operator");
  await admin.getByRole("button", { name: "Save role" }).click();
  await expect(admin.getByText("is Operator now")).toBeVisible();
  await admin.goto("/setup/roles");
  await admin.getByRole("link", { name: "Billing clerk" }).click();
  await admin.getByRole("button", { name: "Delete role" }).click();
  await admin.getByRole("dialog").getByRole("button", { name: "Delete role" }).click();
  await expect(admin.getByText("You have no roles of your own yet")).toBeVisible();

  await admin.goto("/setup/audit-log");
  const log = admin.getByRole("table", { name: "Audit log" });
  const told = (what: string) => log.getByRole("row").filter({ hasText: what }).last();
  await expect(told("Role created")).toContainText("Record payments");
  await expect(told("User's role changed")).toContainText("Role: Operator → Billing clerk");
  await expect(log.getByRole("row").filter({ hasText: "Allowed now" })).toContainText("Create orders");
  await expect(told("Role deleted")).toContainText("Billing clerk");
});

test("a person who manages people hands out no more than they may, and sees why", async ({
  ask,
  organization,
  signedIn,
}) => {
  const permissions: Permission[] = ["user:save", "role:save"];
  const { email, roleId } = await ask<Made>("roleWith", organization.operator, permissions);
  const page = await signedIn(email);
  await page.goto("/setup/roles/new");
  const form = page.getByRole("form", { name: "Role" });
  await expect(form.getByRole("checkbox", { name: "Set credit limits" })).toBeDisabled();
  await expect(form.getByRole("checkbox", { name: "See accounts" })).toBeEnabled();
  await page.goto("/setup/users/new");
  const role = page.getByRole("combobox", { name: "Role", exact: true });
  await expect(role.getByRole("option", { name: "Administrator" })).toHaveCount(0);
  await expect(page.getByText("Roles that allow more than yours are not listed.")).toBeVisible();
  await page.goto(`/setup/users?q=${organization.administrator}`);
  await page.getByRole("table", { name: "Users" }).getByRole("link").first().click();
  await expect(page.getByText("may do more than you")).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Role" })).toBeHidden();
  await expect(page.getByRole("button", { name: "Deactivate" })).toBeHidden();
  await page.goto(`/setup/roles/${roleId}`);
  await expect(form.getByRole("button", { name: "Save role" })).toBeVisible();
});

test("a changed role counts for what is open, without a reload", async ({ ask, organization, signedIn }) => {
  const { email, roleId } = await ask<Made>("roleWith", organization.operator, ["order:create"]);
  const page = await signedIn(email);
  await page.goto("/orders");
  await expect(page.getByRole("link", { name: "New order" }).first()).toBeVisible();
  await ask("allow", organization.operator, roleId, ["order:read"]);
  await expect(page.getByRole("link", { name: "New order" })).toHaveCount(0);
  await ask("allow", organization.operator, roleId, ["vendor:save"]);
  await expect(page.getByRole("heading", { name: "Your role does not include this page" })).toBeVisible();
});

test("each permission by itself leads to pages that open, and nothing on them is forbidden", async ({
  ask,
  organization,
  signedIn,
}) => {
  const { email, roleId } = await ask<Made>("roleWith", organization.operator, ["order:read"]);
  const page = await signedIn(email);
  const failed: string[] = [];
  page.on("response", (answer) => {
    if (answer.status() >= 400) failed.push(`${answer.status()} ${new URL(answer.url()).pathname}`);
  });
  for (const permission of staffPermissions) {
    await ask("allow", organization.operator, roleId, [permission]);
    await page.goto("/");
    await expect(page.getByRole("heading", { level: 1 }), permission).toBeVisible();
    const main = page.getByRole("navigation", { name: "Main" });
    const hrefs = await main
      .getByRole("link")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    if (hrefs.includes("/setup")) {
      await page.goto("/setup");
      const areas = page.getByRole("main").getByRole("link");
      hrefs.push(...(await areas.evaluateAll((links) => links.map((link) => link.getAttribute("href")))));
    }
    for (const href of new Set(hrefs)) {
      await page.goto(href ?? "");
      await expect(page.getByRole("heading", { level: 1 }), `${permission} at ${href}`).toBeVisible();
      await expect(page.getByText("Your role does not include"), `${permission} at ${href}`).toBeHidden();
    }
    expect(failed, permission).toEqual([]);
  }
});
