import { readFile } from "node:fs/promises";
import { expectSound } from "../fixtures/looks";
import { expect, test } from "../fixtures/test";

const headings = "externalId,name,email,creditLimit";

/** Chooses a text as a file, as a person would. */
async function send(page: import("@playwright/test").Page, name: string, text: string) {
  await page
    .getByLabel("Import file")
    .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text, "utf8") });
}

test("a file is checked, imported and reported, and the same file changes nothing", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.administrator);
  await page.goto("/setup");
  await page.getByRole("link", { name: "Imports" }).click();
  await expect(page.getByText("There is no import yet")).toBeVisible();
  const [sample] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download sample" }).click(),
  ]);
  expect(sample.suggestedFilename()).toBe("accounts.csv");

  await send(page, "shoes.csv", "externalId,shoes\n1,2\n");
  await expect(page.getByRole("alert").filter({ hasText: "shoes" })).toBeVisible();
  await send(page, "accounts.txt", "x");
  await expect(page.getByRole("alert").filter({ hasText: ".ndjson" })).toBeVisible();

  const text = `${headings}\ne-1,Café Move,cafe@example.com,100\ne-2,Broken,nowhere,\ne-3,"Last, Inc.",,unlimited\n`;
  await send(page, "accounts.csv", text);
  await page.waitForURL(/\/setup\/imports\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1, name: "accounts.csv" })).toBeVisible();
  await expect(page.getByRole("status", { name: "State" })).toHaveText("Ready to start");
  await expect(page.getByText("2 rows can be imported, 1 cannot")).toBeVisible();
  const rows = page.getByRole("table", { name: "Rows" }).getByRole("row");
  await expect(rows.filter({ hasText: "Café Move" })).toContainText("Will be created");
  await expect(rows.filter({ hasText: "Broken" })).toContainText("Enter an email address");
  await expectSound(page, new URL(page.url()).pathname);

  await page.getByRole("button", { name: "Import 2 rows" }).click();
  await expect(page.getByRole("status", { name: "State" })).toHaveText("Finished");
  await expect(page.getByText("3 of 3 rows done, 2 created, 1 failed")).toBeVisible();
  await expect(page.getByRole("button", { name: "Cancel import" })).toBeHidden();
  const [report] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download report" }).click(),
  ]);
  const lines = (await readFile(await report.path(), "utf8")).trim().split("\r\n");
  expect(lines).toHaveLength(4);
  expect(lines[1]).toMatch(/^2,e-1,Café Move,created,A\d+,$/);

  await rows.filter({ hasText: "Café Move" }).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: "Café Move" })).toBeVisible();

  await page.goto("/setup/imports");
  await expect(page.getByRole("table", { name: "Imports" }).getByRole("row")).toHaveCount(2);
  await send(page, "accounts.csv", text);
  await page.waitForURL(/\/setup\/imports\/[0-9a-f-]{36}$/);
  await expect(rows.filter({ hasText: "Café Move" })).toContainText("Exists already");
  await page.getByRole("button", { name: "Import 2 rows" }).click();
  await expect(page.getByText("3 of 3 rows done, 2 unchanged, 1 failed")).toBeVisible();
});

test("an import that nobody wants is canceled", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.administrator);
  await page.goto("/setup/imports");
  await send(page, "accounts.csv", "externalId,name\nc-1,Unwanted\n");
  await page.getByRole("button", { name: "Cancel import" }).click();
  await expect(page.getByRole("status", { name: "State" })).toHaveText("Canceled");
  await expect(page.getByRole("button", { name: "Import 1 row" })).toBeHidden();
});

test("what an account owed elsewhere is imported, shown on the account and paid", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.administrator);
  await page.goto("/setup/imports");
  await send(page, "accounts.csv", "externalId,name,creditLimit\nob-1,Owing Ltd,500\n");
  await page.getByRole("button", { name: "Import 1 row" }).click();
  await expect(page.getByRole("status", { name: "State" })).toHaveText("Finished");

  await page.goto("/setup/imports");
  await page.getByLabel("The file holds").selectOption("Opening balances");
  const balances = [
    "externalId,account,issueDate,dueDate,amount,note",
    "RE-2025-17,ob-1,2025-12-01,2025-12-31,240.50,Mailboxes in December",
    "RE-2025-18,ob-1,2025-12-01,2025-12-31,0,",
  ];
  await send(page, "balances.csv", balances.join("\n"));
  await expect(page.getByText("Enter an amount above 0.")).toBeVisible();
  await page.getByRole("button", { name: "Import 1 row" }).click();
  await expect(page.getByText("2 of 2 rows done, 1 created, 1 failed")).toBeVisible();
  await page.getByRole("table", { name: "Rows" }).getByRole("link", { name: /^OB-/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Opening balance OB-/ })).toBeVisible();
  const sheet = page.getByRole("article", { name: /^Opening balance/ });
  await expect(sheet).toContainText("invoice RE-2025-17");
  await expect(sheet).toContainText("Mailboxes in December");
  await expect(page.getByRole("link", { name: "Download PDF" })).toBeHidden();
  await expectSound(page, new URL(page.url()).pathname);

  await sheet.getByRole("link", { name: "Owing Ltd" }).click();
  const unpaid = page.getByRole("table", { name: "Unpaid invoices" });
  await expect(unpaid.getByRole("row").filter({ hasText: "RE-2025-17" })).toContainText("240.50");
  await page.getByRole("button", { name: "Record payment" }).click();
  const dialog = page.getByRole("dialog", { name: "Record payment" });
  await dialog.getByRole("textbox", { name: "Amount" }).fill("240.50");
  await dialog.getByRole("button", { name: "Record payment" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Nothing is owed")).toBeVisible();
});

test("a file of 12 MB arrives whole", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.administrator);
  await page.goto("/setup/imports");
  const padding = " ".repeat(200_000);
  const lines = Array.from(
    { length: 60 },
    (_, at) => `{"externalId":"big-${at}",${padding}"name":"Big ${at}"}`,
  );
  await send(page, "accounts.ndjson", lines.join("\n"));
  await expect(page.getByText("60 rows can be imported")).toBeVisible();
});

test("an operator cannot open imports", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.operator);
  await page.goto("/setup/imports");
  await expect(page.getByRole("heading", { name: "Your role does not include this page" })).toBeVisible();
});
