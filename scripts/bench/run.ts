import pg from "pg";
import type { DatabaseUrls } from "../../lib/server/database/application-role";
import type { Ctx } from "../../lib/server/kernel/ctx";
import { disconnect } from "../../lib/server/kernel/db";
import { foldOrderCounts } from "../../lib/server/order-counts/fold";
import { makeOrganization } from "../../lib/server/testing/factories/basics";
import { insertOrders } from "../../lib/server/testing/factories/bulk-orders";
import { ctxOf } from "../../lib/server/testing/factories/contexts";
import { benchApi } from "./api";
import { benchBulk } from "./bulk";
import { benchExecutions } from "./executions";
import { benchImports } from "./imports";
import { benchReads } from "./reads";
import { flat, type Line } from "./report";
import { benchSignIns } from "./sign-ins";
import { benchWebhooks } from "./webhooks";

export const parts = ["reads", "webhooks", "executions", "bulk", "api", "sign-ins", "imports"] as const;
export type Part = (typeof parts)[number];

/** Measures these parts at growing sizes in one database: docs/targets.md names the targets. */
export async function runBenchmark(
  database: DatabaseUrls,
  orders: number,
  wanted: readonly Part[],
): Promise<Line[]> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    return await measure(client, database.url, orders, wanted);
  } finally {
    await disconnect();
    await client.end();
  }
}

async function measure(
  client: pg.Client,
  databaseUrl: string,
  orders: number,
  wanted: readonly Part[],
): Promise<Line[]> {
  const organization = await makeOrganization();
  const ctx = ctxOf(organization, "operator");
  const sizes = [10_000, 100_000, 1_000_000].filter((size) => size < orders);
  const lines: Line[] = [];
  const times = new Map<string, Map<number, number>>();
  let there = 0;
  for (const size of [...sizes, orders]) {
    console.log(`${size.toLocaleString("en")} orders …`);
    await load(client, ctx, size - there);
    there = size;
    if (wanted.includes("reads")) lines.push(...(await benchReads(client, ctx, size, times)));
  }
  for (const [name, bySize] of times) if (bySize.size > 1) lines.push(flat(name, bySize));
  const others: Record<Exclude<Part, "reads">, () => Promise<Line[]>> = {
    webhooks: () => benchWebhooks(client, databaseUrl, organization, ctx, orders),
    executions: () => benchExecutions(client, databaseUrl, ctx, orders),
    bulk: () => benchBulk(client, organization, orders),
    api: () => benchApi(client, databaseUrl, organization, ctx, orders),
    "sign-ins": () => benchSignIns(databaseUrl, organization, orders),
    imports: () => benchImports(client, organization, orders),
  };
  for (const part of parts) {
    if (part === "reads" || !wanted.includes(part)) continue;
    console.log(`${part} …`);
    lines.push(...(await others[part]()));
  }
  return lines;
}

/** Loads without foreign keys, which would be checked row by row, and makes them again afterwards. */
async function load(client: pg.Client, { organizationId, now }: Ctx, count: number): Promise<void> {
  const { rows: keys } = await client.query(
    `SELECT conrelid::regclass AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND conrelid IN ('orders'::regclass, 'order_items'::regclass)`,
  );
  await client.query("SET synchronous_commit = off");
  for (const key of keys) await client.query(`ALTER TABLE ${key.table} DROP CONSTRAINT ${key.name}`);
  await insertOrders(client, { organizationId, count, now });
  for (const key of keys)
    await client.query(`ALTER TABLE ${key.table} ADD CONSTRAINT ${key.name} ${key.definition}`);
  await client.query("RESET synchronous_commit");
  await foldOrderCounts();
  await client.query("VACUUM ANALYZE");
}
