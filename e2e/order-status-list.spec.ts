import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/test";

// What is done with the status list as a whole, by keyboard alone: docs/domain.md, section 1, rules 13 to 15.

const path = "/setup/sales/orders/order-status";

const grid = (page: Page) => page.getByRole("grid", { name: "Order Status" });
const row = (page: Page, name: string) => grid(page).getByRole("row", { name, exact: true });
const saved = (page: Page, what: string) => page.getByRole("status").filter({ hasText: what });
const consequences = (page: Page) => page.getByRole("region", { name: "Consequences" });

async function press(page: Page, ...keys: string[]) {
  for (const key of keys) await page.keyboard.press(key);
}

async function choose(page: Page, item: string) {
  await page.getByRole("button", { name: "More", exact: true }).focus();
  await press(page, "Enter");
  const entry = page.getByRole("menuitem", { name: item, exact: true });
  await entry.focus();
  await press(page, "Enter");
}

async function openPanel(page: Page, name: string) {
  await choose(page, name);
  const panel = page.getByRole("dialog", { name });
  await expect(panel.getByRole("button", { name: "Close" })).toBeFocused();
  return panel;
}

async function enter(page: Page, name: string, typed: string) {
  await page.getByRole("searchbox", { name: "Filter statuses" }).focus();
  await press(page, "ArrowDown");
  // "" is the + row, whose description is empty.
  const names = await grid(page)
    .getByRole("textbox", { name: "Description" })
    .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));
  for (let i = 0; i < names.indexOf(name); i++) await press(page, "ArrowDown");
  await press(page, "ArrowRight");
  await page.keyboard.type(typed);
  await press(page, "Enter");
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`a version is compared with now and restored, in ${colorScheme}`, async ({
    organization,
    signedIn,
  }) => {
    const page = await signedIn(organization.administrator);
    await page.emulateMedia({ colorScheme });
    await page.goto(path);
    await enter(page, "Draft", "Basket");
    await press(page, "Control+s");
    await expect(saved(page, "1 changed")).toBeVisible();
    await enter(page, "Submitted", "Received");
    await press(page, "Control+s");
    await expect(row(page, "Received")).toBeVisible();
    await expect(page.getByText("No unsaved changes")).toBeVisible();

    const history = await openPanel(page, "History");
    await expect(history.getByRole("heading", { level: 3 })).toHaveText([
      /^Version 3.*Ada Example/,
      /^Version 2.*Ada Example/,
      /^Version 1.*System/,
    ]);
    await history.getByText("1 changed").first().focus();
    await press(page, "Enter");
    await expect(history).toContainText("Description: Submitted → Received");
    await history.getByRole("button", { name: "Compare with now: version 1" }).focus();
    await press(page, "Enter");
    const compared = history.getByRole("region", { name: "From version 1 to now" });
    await expect(compared).toContainText("Description: Draft → Basket");
    await expect(compared).toContainText("Description: Submitted → Received");
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

    await history.getByRole("button", { name: "Restore version 2" }).focus();
    await press(page, "Enter");
    await expect(history).toBeHidden();
    await expect(page.getByText("Version 2 is in the edit. Save to restore it.")).toBeAttached();
    await expect(row(page, "Submitted")).toBeVisible();
    await expect(row(page, "Basket")).toBeVisible();
    await expect(consequences(page)).toContainText("No order is affected.");
    await press(page, "Control+s");
    await expect(page.getByText("No unsaved changes")).toBeVisible();
    await page.reload();
    await expect(row(page, "Submitted")).toBeVisible();
  });

  test(`health says who wins, what is unused and which colors are alike, in ${colorScheme}`, async ({
    organization,
    signedIn,
  }) => {
    const page = await signedIn(organization.administrator);
    await page.emulateMedia({ colorScheme });
    await page.goto(path);
    await enter(page, "", "Parked");
    await press(page, "Control+s");
    await expect(saved(page, "1 added")).toBeVisible();

    const health = await openPanel(page, "Health");
    const eight = health.getByRole("region", { name: "The eight mandatory combinations" });
    await expect(eight.getByRole("img", { name: "Well" })).toHaveCount(8);
    await expect(eight).toContainText("In this order: Submitted, Parked. The system sets Submitted.");
    await expect(health.getByRole("region", { name: "Statuses that no order has" })).toContainText("Parked");
    const colors = health.getByRole("region", { name: "Colors that are hard to tell apart" });
    await expect(colors).toContainText("Draft, Parkedhave one color");
    await expect(colors).toContainText(/Submitted, Scheduled.*deuteranopia/);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await press(page, "Escape");
    await expect(health).toBeHidden();
    await expect(page.getByRole("button", { name: "More", exact: true })).toBeFocused();
  });

  test(`a file is previewed row by row and taken into the edit, in ${colorScheme}`, async ({
    organization,
    signedIn,
  }) => {
    const page = await signedIn(organization.administrator);
    await page.emulateMedia({ colorScheme });
    await page.goto(path);
    const panel = await openPanel(page, "Import");
    const file = panel.getByLabel("CSV or JSON file");
    const text =
      "\ufeffNo.;Description;Type;Storefront Type;Color;Active\r\n" +
      "1;Draft;In progress;Draft;#868e96;Yes\r\n" +
      "2;Submitted;In progress;Viewable;#000000;Yes\r\n" +
      '30;"\'=cmd() ""quoted""";Cancelled;Viewable;#c2185b;Yes\r\n' +
      '31;"Two\nlines";Cancelled;Viewable;#c2185b;Yes\r\n' +
      "40;Running;Executing;Viewable;#c2185b;Yes\r\n";
    await file.setInputFiles({ name: "statuses.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    await expect(panel).toContainText("1 added, 1 changed, 1 same, 2 refused");
    await expect(panel.getByRole("table", { name: "Preview" }).getByRole("row")).toHaveText([
      /What becomes of it/,
      /Draft\s*Same/,
      /Submitted\s*Changed\s*Color/,
      /=cmd\(\) "quoted"\s*Added/,
      /Refused\s*Description: Remove line breaks/,
      /Running\s*Refused\s*Type: Only the system sets Executing/,
    ]);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await panel.getByRole("button", { name: "Take into the edit" }).focus();
    await press(page, "Enter");
    await expect(row(page, '=cmd() "quoted"')).toBeVisible();
    await press(page, "Control+s");
    await expect(saved(page, "1 changed, 1 added")).toBeVisible();

    for (const format of ["CSV", "JSON"]) {
      const download = page.waitForEvent("download");
      await choose(page, `Export as ${format}`);
      const exported = await readFile(await (await download).path());
      if (format === "CSV") expect(exported.toString()).toContain(`"'=cmd() ""quoted"""`);
      const again = await openPanel(page, "Import");
      const name = `again.${format.toLowerCase()}`;
      await again
        .getByLabel("CSV or JSON file")
        .setInputFiles({ name, mimeType: "text/plain", buffer: exported });
      await expect(again).toContainText("0 added, 0 changed, 9 same, 0 refused");
      await press(page, "Escape");
      await expect(again).toBeHidden();
    }
  });
}

test("a file that is no list, or far too large, is refused in words", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.administrator);
  await page.goto(path);
  const panel = await openPanel(page, "Import");
  const files: [string, Buffer, string][] = [
    ["large.csv", Buffer.alloc(50_000_000, "a"), "The file has 50 MB"],
    ["sheet.csv", Buffer.from("PK\u0003\u0004"), "Save the sheet as CSV"],
    ["other.csv", Buffer.from("Name,Age\nAda,36\n"), "The first row names the columns"],
    [
      "many.csv",
      Buffer.from(`Description\n${"x\n".repeat(1000)}`),
      "The file has 1,000 rows, and a list has at most 500.",
    ],
    ["broken.json", Buffer.from("[{"), "begins like JSON"],
  ];
  for (const [name, buffer, why] of files) {
    await panel.getByLabel("CSV or JSON file").setInputFiles({ name, mimeType: "text/csv", buffer });
    await expect(panel.getByRole("alert")).toContainText(why);
  }
});
