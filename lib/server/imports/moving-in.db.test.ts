import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { importSubjects } from "@/lib/domain/import-subject";
import { fieldsOf } from "@/lib/domain/imports/fields";
import { formatOfName } from "@/lib/domain/imports/import";
import { sampleFile } from "@/lib/domain/imports/samples";
import { loadCredit } from "../billing/credit";
import type { Ctx } from "../kernel/ctx";
import { read } from "../kernel/db";
import { makeOrganization, value } from "../testing/factories/basics";
import { carryOut, makeImporter, sentFile } from "../testing/factories/imports";
import { createImport } from "./commands/create-import";
import { getImport } from "./queries/imports";

/** Holds what docs/moving-in.md says to what the product does. */

const folder = "docs/examples/moving-in";
const text = (name: string) => readFileSync(`${folder}/${name}`, "utf8");

let admin: Ctx;
beforeAll(async () => {
  admin = await makeImporter(await makeOrganization());
});

async function moveIn(fileName: string) {
  const subject = importSubjects.find((one) => fileName.startsWith(one));
  const about = { subject, format: formatOfName(fileName), fileName, start: true };
  const { importId } = value(await createImport(admin, { ...about, file: sentFile(text(fileName)) }));
  value(await carryOut(admin, importId));
  const { state, rows, created, unchanged, failed } = await getImport(admin, importId);
  return { state, rows, created, unchanged, failed };
}

test("the sample files are those that BSS Setup offers", () => {
  for (const subject of importSubjects) expect(text(`${subject}.csv`)).toBe(sampleFile(subject));
});

test("a company moves in with the sample files, and a second time changes nothing", async () => {
  const files = ["accounts.csv", "products.csv", "orders.csv", "orders.ndjson", "balances.csv"];
  const there = readdirSync(folder).filter((name) => !name.endsWith(".sh"));
  expect(there.toSorted()).toEqual(files.toSorted());
  for (const [file, rows] of [3, 3, 4, 2, 2].entries()) {
    const done = { state: "finished", rows, created: rows, unchanged: 0, failed: 0 };
    expect(await moveIn(files[file] ?? ""), files[file]).toEqual(done);
  }
  for (const file of files) expect((await moveIn(file)).failed, file).toBe(0);
  for (const file of files) expect((await moveIn(file)).created, file).toBe(0);

  const order = await read(admin).order.findFirstOrThrow({
    where: { externalId: "po-5001" },
    include: { account: true, billingTo: true, items: true, invoices: true },
  });
  expect(order).toMatchObject({ account: { externalId: "crm-101" }, billingTo: { externalId: "crm-100" } });
  expect([order.items.length, order.invoices.length]).toEqual([2, 0]);
  const owing = await read(admin).account.findFirstOrThrow({ where: { externalId: "crm-100" } });
  const { outstanding } = await loadCredit(read(admin), admin, owing.id);
  expect(outstanding.toFixed(2)).toBe("1240.00");
});

test("docs/moving-in.md names each field", () => {
  const page = readFileSync("docs/moving-in.md", "utf8");
  for (const subject of importSubjects) {
    const { own, item } = fieldsOf(subject);
    for (const field of Object.keys({ ...own, ...item })) expect(page).toContain(`\`${field}\``);
  }
});
