import type { Page } from "@playwright/test";
import { expectAccessible } from "../fixtures/looks";
import { cell, colorSchemes, grid, path, problem, row, saveButton, saved } from "../fixtures/order-status";
import { openNewOrder, openTab, status } from "../fixtures/orders";
import { endSession, withoutLive } from "../fixtures/session";
import { expect, test } from "../fixtures/test";

// The Order Status list by pointer, and what it refuses; by keyboard alone in the specs beside.

/** Fills the + row and adds it. */
async function add(page: Page, description: string, type = "Cancelled") {
  const line = row(page, "New status");
  await cell(line, "textbox", "Description").fill(description);
  await cell(line, "combobox", "Type").selectOption(type);
  await cell(line, "button", "Add").click();
  await expect(row(page, description)).toBeVisible();
}

test("the eight system statuses are there and cannot be broken", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.administrator);
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Order Status");
  await expect(page.getByRole("navigation", { name: "Breadcrumbs" })).toHaveText(
    /BSS Setup.*Sales.*Orders.*Order Status/,
  );
  for (const name of ["No.", "Description", "Type", "Storefront Type", "Color", "Active"]) {
    await expect(grid(page).getByRole("columnheader", { name, exact: true })).toBeVisible();
  }

  const eight: [string, string, string][] = [
    ["Draft", "In progress", "Draft"],
    ["Submitted", "In progress", "Viewable"],
    ["Executed", "Automatic Execute", "Submitted"],
    ["Canceled", "Cancelled", "Viewable"],
    ["Pending Reseller Approval", "In progress", "Pending approval for standard resellers"],
    ["Canceled by Reseller", "Cancelled", "Pending approval for standard resellers"],
    ["Executing", "Executing", "Viewable"],
    ["Scheduled", "Scheduled", "Viewable"],
  ];
  for (const [description, type, storefrontType] of eight) {
    const line = row(page, description);
    const chosen = (name: string) => cell(line, "combobox", name).locator("option:checked");
    await expect(chosen("Type")).toHaveText(type);
    await expect(chosen("Storefront Type")).toHaveText(storefrontType);
    for (const name of ["Type", "Storefront Type"]) await expect(cell(line, "combobox", name)).toBeDisabled();
    await expect(cell(line, "checkbox", "Active")).toBeChecked();
    await expect(cell(line, "checkbox", "Active")).toBeDisabled();
    await expect(cell(line, "button", "Delete")).toHaveCount(0);
    await expect(cell(line, "textbox", "Description")).toBeEditable();
  }

  const types = cell(row(page, "New status"), "combobox", "Type").locator("option:disabled");
  await expect(types).toHaveText([
    "Executing (only the system sets it)",
    "Scheduled (only the system sets it)",
  ]);
});

test("“Canceled - Denial” is added, colored and saved, and survives a reload and cancels an order", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.administrator);
  await page.goto(path);
  await add(page, "Canceled - Denial");

  const line = row(page, "Canceled - Denial");
  await cell(line, "button", "Color").click();
  const dialog = page.getByRole("dialog", { name: "Color" });
  const hex = dialog.getByRole("textbox", { name: "Hex" });
  await expect(dialog.getByText("Canceled - Denial")).toHaveCount(2);
  await hex.fill("nonsense");
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(dialog.getByRole("alert")).toContainText("#rrggbb");
  await hex.fill("#C2185B");
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(dialog).toBeHidden();
  await expect(cell(line, "button", "Color")).toBeFocused();

  await saveButton(page).click();
  await expect(saved(page, "1 added")).toBeVisible();
  await page.reload();
  await expect(cell(line, "textbox", "Description")).toHaveValue("Canceled - Denial");
  await expect(cell(line, "textbox", "No.")).toHaveValue("9");
  await expect(cell(line, "button", "Color")).toHaveText("#c2185b");
  await expect(cell(line, "combobox", "Type").locator("option:checked")).toHaveText("Cancelled");

  const operator = await signedIn(organization.operator);
  await openNewOrder(operator, organization.accounts[0], [{ product: organization.products[0] }]);
  await operator.getByRole("button", { name: "Cancel order" }).click();
  const cancelling = operator.getByRole("dialog", { name: "Cancel order" });
  await cancelling.getByRole("combobox", { name: "Reason" }).click();
  await operator.getByRole("option", { name: "Canceled - Denial" }).click();
  await cancelling.getByRole("button", { name: "Cancel order" }).click();
  await expect(status(operator)).toHaveText("Canceled - Denial");

  const code = await openNewOrder(operator, organization.accounts[0], [
    { product: organization.products[0] },
  ]);
  await operator.getByRole("button", { name: "Edit" }).click();
  await operator.getByRole("textbox", { name: "Note" }).fill("They chose another vendor");
  await operator.getByRole("combobox", { name: "Status" }).click();
  await operator.getByRole("option", { name: "Canceled - Denial" }).click();
  await operator.getByRole("button", { name: "Save" }).click();
  const asked = operator.getByRole("dialog", { name: "Save and cancel order" });
  await expect(asked.getByRole("combobox", { name: "Reason" })).toHaveValue("Canceled - Denial");
  await asked.getByRole("textbox", { name: "Comment" }).fill("No budget this year");
  await asked.getByRole("button", { name: "Save and cancel order" }).click();
  await operator.waitForURL(new RegExp(`/orders/${code}$`));
  await expect(status(operator)).toHaveText("Canceled - Denial");
  await expect(await openTab(operator, "History")).toContainText(
    /No budget this year[\s\S]*chose another vendor/,
  );
});

test("a rejected save keeps everything typed and marks each faulty cell", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.administrator);
  await page.goto(path);
  const no = cell(row(page, "Draft"), "textbox", "No.");
  await no.fill("NaN");
  await cell(row(page, "Submitted"), "textbox", "Description").fill("EXECUTED");
  await saveButton(page).click();

  await expect(problem(page)).toContainText("Draft, No.: Enter a whole number from 1 to 9999.");
  await expect(problem(page)).toContainText("Submitted, Description: Another status is called “Executed”");
  await expect(no).toBeFocused();
  await expect(no).toHaveAttribute("aria-invalid", "true");
  await expect(no).toHaveAccessibleDescription("Enter a whole number from 1 to 9999.");
  await expect(cell(row(page, "EXECUTED"), "textbox", "Description")).toHaveAttribute("aria-invalid", "true");

  await page.reload();
  await expect(no).toHaveValue("NaN");
  await page.getByRole("link", { name: "Accounts", exact: true }).click();
  const question = page.getByRole("dialog", { name: "Leave with unsaved changes?" });
  await question.getByRole("button", { name: "Back" }).click();
  await expect(question).toBeHidden();

  await page.getByRole("button", { name: "Discard changes" }).click();
  await expect(no).toHaveValue("1");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(no).toHaveValue("NaN");
  await page.getByRole("button", { name: "Discard changes" }).click();

  const line = row(page, "New status");
  await cell(line, "button", "Add").click();
  await expect(problem(page)).toContainText("New status, Description: Enter a description.");
  await expect(cell(line, "textbox", "Description")).toBeFocused();
  await page.keyboard.type("x");
  await expect(cell(line, "textbox", "Description")).not.toHaveAttribute("aria-invalid", "true");
});

test("an edit outlives a session that ran out", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.administrator);
  await withoutLive(page);
  await page.goto(path);
  await cell(row(page, "Draft"), "textbox", "Description").fill("Basket");
  await endSession(page);
  await saveButton(page).click();
  await expect(page.getByRole("alert").filter({ hasText: "sign in" }).first()).toBeVisible();
  await page.getByRole("link", { name: "Sign in" }).click();
  await page.getByRole("textbox", { name: "Email" }).fill(organization.administrator);
  await page.getByRole("textbox", { name: "Password" }).fill("demo-demo-demo");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`**${path}`);
  await expect(row(page, "Basket")).toBeVisible();
  await saveButton(page).click();
  await expect(saved(page, "1 changed")).toBeVisible();
});

test("operators and managers are refused, and told who can help", async ({ organization, signedIn }) => {
  for (const email of [organization.operator, organization.manager]) {
    const page = await signedIn(email);
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("does not include");
    await expect(page.getByText(/administrator/i)).toBeVisible();
    await expect(grid(page)).toHaveCount(0);
  }
});

test("each organization has its own list", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.administrator);
  await page.goto(path);
  await add(page, "Canceled - Ours");
  await saveButton(page).click();
  await expect(saved(page, "1 added")).toBeVisible();
  const other = await signedIn("admin@other.example.com");
  await other.goto(path);
  await expect(row(other, "Submitted")).toBeVisible();
  await expect(row(other, "Canceled - Ours")).toHaveCount(0);
});

for (const colorScheme of colorSchemes) {
  test(`axe finds nothing in ${colorScheme}`, async ({ organization, signedIn }) => {
    const page = await signedIn(organization.administrator);
    await page.emulateMedia({ colorScheme });
    await page.goto(path);
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
    await add(page, "Canceled - Axe");
    await cell(row(page, "Draft"), "textbox", "No.").fill("0");
    await saveButton(page).click();
    await expect(problem(page)).toBeVisible();
    await expectAccessible(page);
    await cell(row(page, "Draft"), "button", "Color").click();
    await expect(page.getByRole("dialog", { name: "Color" })).toBeVisible();
    await expectAccessible(page);
  });
}
