import { expect, test } from "../fixtures/test";

test("a key is created with limits, rotated and revoked, and the audit log tells it", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.administrator);
  await page.goto("/setup");
  await page.getByRole("link", { name: "API keys" }).click();
  await expect(page.getByText("There is no API key yet")).toBeVisible();
  await page.getByRole("link", { name: "New API key" }).first().click();
  const form = page.getByRole("form", { name: "API key" });
  await form.getByRole("button", { name: "Create key" }).click();
  await expect(form.getByText("Enter a name.")).toBeVisible();
  await form.getByRole("textbox", { name: "Name" }).fill("Warehouse");
  await expect(form.getByRole("combobox", { name: "Role" })).toHaveValue("manager");
  await form.getByRole("combobox", { name: "Role" }).selectOption("Operator");
  await form.getByRole("switch", { name: "Limit the key to some permissions" }).check();
  await form.getByRole("button", { name: "Create key" }).click();
  await expect(form.getByText("Choose at least one.")).toBeVisible();
  await form.getByRole("checkbox", { name: "See orders" }).check();
  await form.getByRole("checkbox", { name: "Deliver parts of orders" }).check();
  // A manager's key cannot deliver, so the choice falls away with the role and comes back by hand.
  await form.getByRole("combobox", { name: "Role" }).selectOption("Manager");
  await expect(form.getByRole("checkbox", { name: "Deliver parts of orders" })).toBeHidden();
  await form.getByRole("combobox", { name: "Role" }).selectOption("Operator");
  await form.getByRole("checkbox", { name: "Deliver parts of orders" }).check();
  await form.getByRole("button", { name: "Create key" }).click();

  const secret = page.getByRole("textbox", { name: "API key" });
  await expect(secret).toHaveValue(/^od_[\w-]{43}$/);
  const first = await secret.inputValue();
  await page.getByRole("link", { name: "Done" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Warehouse" })).toBeVisible();
  await expect(page.getByRole("status", { name: "State" })).toHaveText("Active");
  await expect(page.getByText("See orders, Deliver parts of orders")).toBeVisible();
  await expect(page.getByText("Never used")).toBeVisible();
  await expect(page.getByText("This key has called nothing in the last 30 days")).toBeVisible();
  await expect(page.getByText(first.slice(0, 11)).first()).toBeVisible();
  expect(await page.content()).not.toContain(first);

  await page.getByRole("button", { name: "Rotate key" }).click();
  const rotate = page.getByRole("dialog", { name: "Rotate Warehouse" });
  await expect(rotate.getByRole("combobox")).toHaveValue("day");
  await rotate.getByRole("combobox").selectOption("7 days");
  await rotate.getByRole("button", { name: "Rotate key" }).click();
  await expect(secret).toHaveValue(/^od_[\w-]{43}$/);
  expect(await secret.inputValue()).not.toBe(first);
  await expect(page.getByText("Its old secret also works until")).toBeVisible();

  await page.getByRole("button", { name: "Revoke key" }).click();
  const revoke = page.getByRole("dialog", { name: "Revoke Warehouse" });
  await revoke.getByRole("button", { name: "Revoke key" }).click();
  await expect(page.getByRole("status", { name: "State" })).toHaveText("Revoked");
  await expect(page.getByRole("button", { name: "Rotate key" })).toBeHidden();
  await page.goto("/setup/api-keys");
  const row = page.getByRole("table", { name: "API keys" }).getByRole("row").filter({ hasText: "Warehouse" });
  await expect(row).toContainText("Operator, limited");
  await expect(row).toContainText("Revoked");

  await page.goto("/setup/audit-log");
  const log = page.getByRole("table", { name: "Audit log" });
  for (const [what, change] of [
    ["API key created", "Scopes: See orders; Deliver parts of orders"],
    ["API key rotated", "Overlap: 7 days"],
    ["API key revoked", "Prefix: od_"],
  ] as const) {
    await expect(log.getByRole("row").filter({ hasText: what })).toContainText(change);
  }
});

test("an operator cannot open API keys", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.operator);
  for (const path of ["/setup/api-keys", "/setup/api-keys/new"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "Your role does not include this page" })).toBeVisible();
  }
});
