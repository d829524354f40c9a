import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Locator, type Page, test } from "@playwright/test";

const path = "/setup/sales/orders/order-status";

/** No other test, and no other run, has used this name or No. */
let used = 0;
const unique = (name: string) => `${name} ${Date.now().toString(36)}${(++used).toString(36)}`;
const uniqueNo = () => String(200 + Math.floor(Math.random() * 9700));

async function open(browser: Browser, email = "admin@example.com", colorScheme: "light" | "dark" = "light") {
  const context = await browser.newContext({ colorScheme });
  const page = await context.newPage();
  await page.goto(`/login?next=${path}`);
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill("demo-demo-demo");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`**${path}`);
  return page;
}

const grid = (page: Page) => page.getByRole("grid", { name: "Order Status" });
const row = (page: Page, name: string) => grid(page).getByRole("row", { name, exact: true });
const cell = (line: Locator, role: "textbox" | "combobox" | "checkbox" | "button", name: string) =>
  line.getByRole(role, { name, exact: true });
const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true });
const saved = (page: Page) => page.getByRole("status").filter({ hasText: "Order statuses saved" });

/** Fills the + row and adds it. */
async function add(page: Page, description: string, type = "Cancelled") {
  const line = row(page, "New status");
  await cell(line, "textbox", "No.").fill(uniqueNo());
  await cell(line, "textbox", "Description").fill(description);
  await cell(line, "combobox", "Type").selectOption(type);
  await cell(line, "button", "Add").click();
  await expect(row(page, description)).toBeVisible();
}

async function addAndSave(page: Page, name: string): Promise<string> {
  const description = unique(name);
  await add(page, description);
  await save(page).click();
  await expect(saved(page)).toBeVisible();
  return description;
}

test("the eight system statuses are there and cannot be broken", async ({ browser }) => {
  const page = await open(browser);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Order Status");
  const headers = ["No.", "Description", "Type", "Storefront Type", "Color", "Active"];
  for (const name of headers) {
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
    await expect(cell(line, "combobox", "Type").locator("option:checked")).toHaveText(type);
    await expect(cell(line, "combobox", "Storefront Type").locator("option:checked")).toHaveText(
      storefrontType,
    );
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

test("“Canceled - Denial” is added, colored and saved, and survives a reload", async ({ browser }) => {
  const page = await open(browser);
  const description = unique("Canceled - Denial");
  await add(page, description);

  const line = row(page, description);
  await cell(line, "button", "Color").click();
  const dialog = page.getByRole("dialog", { name: "Color" });
  await expect(dialog).toContainText(description);
  await dialog.getByRole("textbox", { name: "Hex" }).fill("nonsense");
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(dialog.getByRole("alert")).toContainText("#rrggbb");
  await dialog.getByRole("textbox", { name: "Hex" }).fill("#C2185B");
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(dialog).toBeHidden();
  await expect(cell(line, "button", "Color")).toBeFocused();

  await save(page).click();
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(cell(row(page, description), "textbox", "Description")).toHaveValue(description);
  await expect(cell(row(page, description), "button", "Color")).toHaveText("#c2185b");
  await expect(cell(row(page, description), "combobox", "Type").locator("option:checked")).toHaveText(
    "Cancelled",
  );

  await cell(row(page, description), "button", "Delete").click();
  await save(page).click();
  await expect(saved(page).filter({ hasText: "1 deleted" })).toBeVisible();
  await expect(row(page, description)).toHaveCount(0);
});

test("a rejected save keeps everything typed and marks each faulty cell", async ({ browser }) => {
  const page = await open(browser);
  await cell(row(page, "Draft"), "textbox", "No.").fill("NaN");
  const submitted = row(page, "Submitted");
  await cell(submitted, "textbox", "Description").fill("EXECUTED");
  await save(page).click();

  const alert = page.getByRole("alert").filter({ hasText: "Nothing was saved" });
  await expect(alert).toContainText("Draft, No.");
  await expect(alert).toContainText("Submitted, Description: Another status is called “Executed”");
  const no = cell(row(page, "Draft"), "textbox", "No.");
  await expect(no).toHaveAttribute("aria-invalid", "true");
  await expect(no).toHaveValue("NaN");
  await expect(no).toHaveAccessibleDescription("Enter a whole number from 1 to 9999.");
  await expect(cell(row(page, "EXECUTED"), "textbox", "Description")).toHaveAttribute("aria-invalid", "true");

  // A reload, and even one that asks, loses nothing.
  await page.reload();
  await expect(cell(row(page, "Draft"), "textbox", "No.")).toHaveValue("NaN");
  await page.getByRole("link", { name: "Orders", exact: true }).click();
  const question = page.getByRole("dialog", { name: "Leave with unsaved changes?" });
  await question.getByRole("button", { name: "Back" }).click();

  await page.getByRole("button", { name: "Discard changes" }).click();
  await expect(cell(row(page, "Draft"), "textbox", "No.")).toHaveValue("1");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(cell(row(page, "Draft"), "textbox", "No.")).toHaveValue("NaN");
  await page.getByRole("button", { name: "Discard changes" }).click();
});

test("an empty + row is not added, and says why", async ({ browser }) => {
  const page = await open(browser);
  const line = row(page, "New status");
  await cell(line, "button", "Add").click();
  await expect(page.getByRole("alert").filter({ hasText: "New status, Description" })).toBeVisible();
  await expect(cell(line, "textbox", "Description")).toHaveAttribute("aria-invalid", "true");
  await cell(line, "textbox", "Description").fill("x");
  await expect(cell(line, "textbox", "Description")).not.toHaveAttribute("aria-invalid", "true");
});

test("two people saving at once: the second is told which row, who and when, and loses nothing", async ({
  browser,
}) => {
  const first = await open(browser);
  const description = await addAndSave(first, "Awaiting documents");
  const second = await open(browser);

  await cell(row(second, description), "textbox", "Description").fill(`${description} of mine`);
  await cell(row(first, description), "textbox", "Description").fill(`${description} of theirs`);
  await save(first).click();
  await expect(saved(first).filter({ hasText: "1 changed" })).toBeVisible();

  await save(second).click();
  const conflict = second.getByRole("alert").filter({ hasText: "somebody else saved" });
  const menu = first.getByRole("button", { name: "User menu of" });
  const name = (await menu.getAttribute("aria-label"))?.replace("User menu of ", "");
  await expect(conflict).toContainText(`${name} changed ${description} of theirs`);
  await expect(conflict.getByRole("time")).toBeVisible();
  await expect(cell(row(second, `${description} of mine`), "textbox", "Description")).toBeVisible();

  await conflict.getByRole("button", { name: "Keep mine" }).click();
  await save(second).click();
  await expect(saved(second)).toBeVisible();
  await first.reload();
  await expect(row(first, `${description} of mine`)).toBeVisible();
});

test("the whole errand by keyboard alone", async ({ browser }) => {
  const page = await open(browser);
  const description = unique("Canceled - Keyboard");
  const press = (...keys: string[]) =>
    keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());

  await page.getByRole("button", { name: "Save", exact: true }).focus();
  await press("Tab");
  await expect(grid(page).getByRole("gridcell").first()).toBeFocused();
  await press("Control+End", "Home", "ArrowRight");
  await page.keyboard.type(description);
  await press("Tab");
  const line = row(page, "New status");
  await expect(cell(line, "textbox", "Description")).toHaveValue(description);
  await expect(line.getByRole("gridcell").nth(2)).toBeFocused();
  await press("c");
  await expect(cell(line, "combobox", "Type")).toHaveValue("cancelled");
  await press("Tab", "Home");
  await page.keyboard.type(uniqueNo());
  await press("Escape");
  await expect(line.getByRole("gridcell").first()).toBeFocused();
  await press("F2", "Control+a");
  const no = uniqueNo();
  await page.keyboard.type(no);
  await press("Enter", "End", "Enter");
  const added = row(page, description);
  await expect(cell(added, "textbox", "No.")).toHaveValue(no);

  await press("ArrowUp", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight");
  await expect(cell(added, "checkbox", "Active")).toBeFocused();
  await press("Space");
  await expect(cell(added, "checkbox", "Active")).not.toBeChecked();
  await press("Control+z");
  await expect(cell(added, "checkbox", "Active")).toBeChecked();
  await press("Control+Shift+z");
  await expect(cell(added, "checkbox", "Active")).not.toBeChecked();
  await press("ArrowLeft", "Enter");
  await expect(page.getByRole("dialog", { name: "Color" })).toBeVisible();
  await press("Escape");
  await expect(cell(added, "button", "Color")).toBeFocused();
  await press("Control+s");
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(cell(row(page, description), "checkbox", "Active")).not.toBeChecked();
});

for (const role of ["operator", "manager"]) {
  test(`the ${role} is refused, and told what to do`, async ({ browser }) => {
    const page = await open(browser, `${role}@example.com`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("does not include");
    await expect(page.getByText(/administrator/i)).toBeVisible();
    await expect(grid(page)).toHaveCount(0);
  });
}

test("the second organization has its own list", async ({ browser }) => {
  const admin = await open(browser);
  const description = await addAndSave(admin, "Canceled - Ours");
  const other = await open(browser, "admin@other.example.com");
  await expect(row(other, "Submitted")).toBeVisible();
  await expect(row(other, description)).toHaveCount(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing, ${colorScheme}`, async ({ browser }) => {
    const page = await open(browser, "admin@example.com", colorScheme);
    await add(page, unique("Canceled - Axe"));
    await cell(row(page, "Draft"), "textbox", "No.").fill("0");
    await save(page).click();
    await expect(page.getByRole("alert").filter({ hasText: "Nothing was saved" })).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await cell(row(page, "Draft"), "button", "Color").click();
    await expect(page.getByRole("dialog", { name: "Color" })).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}
