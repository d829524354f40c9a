import { readFile } from "node:fs/promises";
import { expect, test } from "../fixtures/test";

test("the audit log is narrowed to what happened and to who did it, and is taken away as a file that it tells of", async ({
  organization,
  signedIn,
}) => {
  const operator = await signedIn(organization.operator);
  await operator.goto("/orders");
  const orders = operator.waitForEvent("download");
  await operator.getByRole("link", { name: "Export CSV" }).click();
  await orders;

  const admin = await signedIn(organization.administrator);
  await admin.goto("/setup/audit-log");
  const log = admin.getByRole("table", { name: "Audit log" });
  const rows = log.locator("tbody").getByRole("row");
  await expect(rows.first()).toContainText("List exported");

  await admin.getByRole("button", { name: "What", exact: true }).click();
  await admin.getByRole("menuitemcheckbox", { name: "List exported" }).click();
  await expect(rows).toHaveCount(1);
  const chips = admin.getByRole("list", { name: "Filters" });
  await expect(chips).toContainText("What: List exported");
  const name = `${await rows.first().getByRole("link").textContent()}`;
  await rows.first().getByRole("link").click();
  await expect(chips).toContainText(`Who: ${name}`);

  const downloading = admin.waitForEvent("download");
  await admin.getByRole("link", { name: "Export CSV" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^audit-log-\d{4}-\d\d-\d\d\.csv$/);
  expect((await readFile(await download.path(), "utf8")).split("\r\n")).toEqual([
    expect.stringContaining("Kind,Of,Who"),
    expect.stringContaining("list.exported,orders,"),
    "",
  ]);
  await chips.getByRole("button", { name: `Remove filter Who: ${name}` }).click();
  await expect(rows).toHaveCount(2);
});
