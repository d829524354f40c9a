import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { addItem, createOrder, pick, status } from "./fixtures/orders";
import { expect, test } from "./fixtures/test";

const path = "/setup/sales/orders/order-status";

const grid = (page: Page) => page.getByRole("grid", { name: "Order Status" });
const row = (page: Page, name: string) => grid(page).getByRole("row", { name, exact: true });
const cell = (line: Locator, role: "textbox" | "combobox" | "checkbox" | "button", name: string) =>
  line.getByRole(role, { name, exact: true });
const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true });
const saved = (page: Page, what = "Order statuses saved") =>
  page.getByRole("status").filter({ hasText: what });
const consequences = (page: Page) => page.getByRole("region", { name: "Consequences" });
const problem = (page: Page) => page.getByRole("alert").filter({ hasText: "Nothing was saved" });

/** Fills the + row and adds it. */
async function add(page: Page, description: string, type = "Cancelled") {
  const line = row(page, "New status");
  await cell(line, "textbox", "Description").fill(description);
  await cell(line, "combobox", "Type").selectOption(type);
  await cell(line, "button", "Add").click();
  await expect(row(page, description)).toBeVisible();
}

async function press(page: Page, ...keys: string[]) {
  for (const key of keys) await page.keyboard.press(key);
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

  await save(page).click();
  await expect(saved(page, "1 added")).toBeVisible();
  await page.reload();
  await expect(cell(line, "textbox", "Description")).toHaveValue("Canceled - Denial");
  await expect(cell(line, "textbox", "No.")).toHaveValue("9");
  await expect(cell(line, "button", "Color")).toHaveText("#c2185b");
  await expect(cell(line, "combobox", "Type").locator("option:checked")).toHaveText("Cancelled");

  const operator = await signedIn(organization.operator);
  await createOrder(operator, organization.accounts[0], [{ product: organization.products[0] }]);
  await operator.getByRole("button", { name: "Cancel order" }).click();
  const cancelling = operator.getByRole("dialog", { name: "Cancel order" });
  await cancelling.getByRole("combobox", { name: "Reason" }).click();
  await operator.getByRole("option", { name: "Canceled - Denial" }).click();
  await cancelling.getByRole("button", { name: "Cancel order" }).click();
  await expect(status(operator)).toHaveText("Canceled - Denial");
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
  await save(page).click();

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
  await page.goto(path);
  await cell(row(page, "Draft"), "textbox", "Description").fill("Basket");
  await page.context().clearCookies();
  await save(page).click();
  await expect(page.getByRole("alert").filter({ hasText: "sign in" }).first()).toBeVisible();
  await page.getByRole("link", { name: "Sign in" }).click();
  await page.getByRole("textbox", { name: "Email" }).fill(organization.administrator);
  await page.getByRole("textbox", { name: "Password" }).fill("demo-demo-demo");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`**${path}`);
  await expect(row(page, "Basket")).toBeVisible();
  await save(page).click();
  await expect(saved(page, "1 changed")).toBeVisible();
});

test("two people saving at once: the second is told which row, who and when, and loses nothing", async ({
  organization,
  signedIn,
}) => {
  const first = await signedIn(organization.administrator);
  await first.goto(path);
  const second = await signedIn(organization.administrator);
  await second.goto(path);

  await cell(row(second, "Submitted"), "textbox", "Description").fill("Received");
  await cell(row(second, "Draft"), "textbox", "Description").fill("Basket");
  await cell(row(first, "Submitted"), "textbox", "Description").fill("Ordered");
  await save(first).click();
  await expect(saved(first, "1 changed")).toBeVisible();

  await save(second).click();
  const conflict = second.getByRole("alert").filter({ hasText: "somebody else saved" });
  await expect(conflict).toContainText(/Ada Example changed Ordered/);
  await expect(conflict).toContainText("Description: theirs “Ordered”, yours “Received”.");
  await expect(conflict.getByRole("time")).toBeVisible();
  await expect(row(second, "Basket")).toBeVisible();
  await expect(row(second, "Received")).toBeVisible();

  await conflict.getByRole("button", { name: "Keep mine" }).click();
  await save(second).click();
  await expect(saved(second, "2 changed")).toBeVisible();
  await first.reload();
  await expect(row(first, "Received")).toBeVisible();
  await expect(row(first, "Basket")).toBeVisible();
});

test("a status in use is deleted only with a replacement for its orders", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.administrator);
  await page.goto(path);
  await add(page, "Awaiting documents", "In progress");
  await save(page).click();
  await expect(saved(page, "1 added")).toBeVisible();

  await page.goto("/orders/new");
  await pick(page, "Account", organization.accounts[0]);
  await addItem(page, organization.products[0]);
  await page.getByRole("combobox", { name: "Status", exact: true }).click();
  await page.getByRole("option", { name: "Awaiting documents" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(/\/orders\/\d+$/);
  const order = page.url();
  await expect(status(page)).toHaveText("Awaiting documents");

  await page.goto(path);
  const line = row(page, "Awaiting documents");
  await expect(cell(line, "combobox", "Type")).toBeDisabled();
  await cell(line, "combobox", "Storefront Type").selectOption("Submitted");
  await save(page).click();
  const affected = page.getByRole("dialog", { name: "Orders are affected" });
  await expect(affected).toContainText("1 order has the status “Awaiting documents”");
  await affected.getByRole("button", { name: "Save" }).click();
  await expect(saved(page, "1 changed")).toBeVisible();

  await cell(line, "button", "Delete").click();
  const replacement = page.getByRole("combobox", { name: "Replacement for Awaiting documents" });
  await expect(replacement).toBeFocused();
  await save(page).click();
  await expect(problem(page)).toContainText("choose the status that replaces it");
  await expect(replacement).toBeFocused();
  await expect(replacement).toHaveAttribute("aria-invalid", "true");
  await replacement.selectOption("Submitted");
  await expect(consequences(page)).toContainText(
    "1 open order gets “Submitted” instead of “Awaiting documents”",
  );
  await replacement.press("Enter");
  await expect(cell(line, "button", "Restore")).toBeFocused();
  await save(page).click();
  await expect(saved(page, "1 order got the replacement")).toBeVisible();
  await page.goto(order);
  await expect(status(page)).toHaveText("Submitted");
});

test("the whole errand by keyboard alone", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.administrator);
  await page.goto(path);
  await save(page).focus();
  await press(page, "Tab");
  await expect(grid(page).getByRole("gridcell").first()).toBeFocused();
  await press(page, "Control+End", "Home", "ArrowRight");
  await page.keyboard.type("Canceled - Keyboard");
  await press(page, "Tab");
  const line = row(page, "New status");
  await expect(cell(line, "textbox", "Description")).toHaveValue("Canceled - Keyboard");
  await expect(line.getByRole("gridcell").nth(2)).toBeFocused();
  await press(page, "c");
  await expect(cell(line, "combobox", "Type")).toHaveValue("cancelled");
  await press(page, "Tab", "Home");
  await page.keyboard.type("77");
  await press(page, "Escape");
  await expect(line.getByRole("gridcell").first()).toBeFocused();
  await expect(cell(line, "textbox", "No.")).toHaveValue("9");
  await press(page, "F2", "Backspace", "4", "2", "Enter", "End", "Enter");
  const added = row(page, "Canceled - Keyboard");
  await expect(cell(added, "textbox", "No.")).toHaveValue("42");

  await press(page, "ArrowUp", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight");
  const active = cell(added, "checkbox", "Active");
  await expect(active).toBeFocused();
  await press(page, "Space");
  await expect(active).not.toBeChecked();
  await press(page, "Control+z");
  await expect(active).toBeChecked();
  await press(page, "Control+Shift+z");
  await expect(active).not.toBeChecked();
  await press(page, "ArrowLeft", "Enter");
  await expect(page.getByRole("dialog", { name: "Color" })).toBeVisible();
  await press(page, "Escape");
  await expect(cell(added, "button", "Color")).toBeFocused();
  await press(page, "Control+s");
  await expect(saved(page, "1 added")).toBeVisible();
  await page.reload();
  await expect(active).not.toBeChecked();
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
  await save(page).click();
  await expect(saved(page, "1 added")).toBeVisible();
  const other = await signedIn("admin@other.example.com");
  await other.goto(path);
  await expect(row(other, "Submitted")).toBeVisible();
  await expect(row(other, "Canceled - Ours")).toHaveCount(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing in ${colorScheme}`, async ({ organization, signedIn }) => {
    const page = await signedIn(organization.administrator);
    await page.emulateMedia({ colorScheme });
    await page.goto(path);
    await add(page, "Canceled - Axe");
    await cell(row(page, "Draft"), "textbox", "No.").fill("0");
    await save(page).click();
    await expect(problem(page)).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await cell(row(page, "Draft"), "button", "Color").click();
    await expect(page.getByRole("dialog", { name: "Color" })).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}
