import { performance } from "node:perf_hooks";
import type pg from "pg";
import { createImport } from "../../lib/server/imports/commands/create-import";
import { SentFile } from "../../lib/server/imports/sent-file";
import type { TestOrganization } from "../../lib/server/testing/factories/basics";
import { carryOut, makeImporter } from "../../lib/server/testing/factories/imports";
import type { Line } from "./report";
import { twice } from "./twice";

const rowCount = 10_000;
const secondsAtMost = 60;

/** Measures an import of orders from the file's first byte to the last row done. */
export async function benchImports(
  client: pg.Client,
  here: TestOrganization,
  orders: number,
): Promise<Line[]> {
  const what = `Import of ${rowCount.toLocaleString("en")} orders by NDJSON`;
  return twice({ what, count: rowCount, secondsAtMost }, orders, () => importOrders(client, here));
}

async function importOrders(
  client: pg.Client,
  here: TestOrganization,
): Promise<{ seconds: number; done: number }> {
  const importer = await makeImporter(here);
  const start = performance.now();
  const made = await createImport(importer, {
    ...{ subject: "orders", format: "ndjson", fileName: "orders.ndjson", start: true },
    file: new SentFile(linesOfOrders()),
  });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  await carryOut(importer, made.value.importId);
  const seconds = (performance.now() - start) / 1000;
  const { rows } = await client.query(
    "SELECT count(*)::int AS done FROM import_rows WHERE import_id = $1 AND state = 'created'",
    [made.value.importId],
  );
  return { seconds, done: rows[0].done };
}

let imported = 0;

/** Writes the file while it is read, for the accounts and products that are loaded in bulk. */
async function* linesOfOrders(): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for (let row = 0; row < rowCount; row++) {
    const number = imported++;
    const items = [1, 2, 3].map((one) => ({ product: `BULK-${((number + one) % 5) + 1}`, quantity: one }));
    const order = { externalId: `OLD-${number}`, account: `BULK-${(number % 200) + 1}`, items };
    yield encoder.encode(`${JSON.stringify(order)}\n`);
  }
}
