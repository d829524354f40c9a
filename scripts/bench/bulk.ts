import { performance } from "node:perf_hooks";
import type pg from "pg";
import { carryOutBulkRun } from "../../lib/server/bulk/commands/carry-out-bulk-run";
import { startBulkRun } from "../../lib/server/bulk/commands/start-bulk-run";
import { getBulkRun } from "../../lib/server/bulk/queries/bulk-runs";
import { type Ctx, systemCtx } from "../../lib/server/kernel/ctx";
import { makeUser, type TestOrganization } from "../../lib/server/testing/factories/basics";
import { insertOrders } from "../../lib/server/testing/factories/bulk-orders";
import { fact, type Line } from "./report";

const orderCount = 1000;
const secondsAtMost = 10;
/** The second thousand orders may leave this much more in memory than the first, in MiB. */
const growthAtMost = 50;

/** Measures a bulk run as the worker carries it out, twice, so that what it leaves in memory shows. */
export async function benchBulk(client: pg.Client, here: TestOrganization, orders: number): Promise<Line[]> {
  const user = await makeUser(here, { role: "operator" });
  const operator: Ctx = { ...here.as.operator, actor: { ...here.as.operator.actor, id: user.id } };
  await carryOut(client, operator);
  const before = process.memoryUsage().rss;
  const { seconds, done } = await carryOut(client, operator);
  const growth = (process.memoryUsage().rss - before) / 2 ** 20;

  const what = `Bulk execution of ${orderCount.toLocaleString("en")} orders of 3 items`;
  return [
    fact(
      what,
      orders,
      `${seconds.toFixed(1)} s`,
      `${done} done`,
      `≤ ${secondsAtMost} s`,
      done === orderCount && seconds <= secondsAtMost,
    ),
    fact(
      `${what}: memory`,
      orders,
      `+ ${growth.toFixed(0)} MiB`,
      "",
      `≤ ${growthAtMost} MiB`,
      growth <= growthAtMost,
    ),
  ];
}

async function carryOut(client: pg.Client, ctx: Ctx): Promise<{ seconds: number; done: number }> {
  const { organizationId, now } = ctx;
  await insertOrders(client, { organizationId, count: orderCount, items: 3, now, days: 1, submitted: true });
  const { rows } = await client.query(
    "SELECT id FROM orders WHERE organization_id = $1 ORDER BY number DESC LIMIT $2",
    [organizationId, orderCount],
  );
  const selection = { orderIds: rows.map((row) => row.id as string) };
  const started = await startBulkRun(ctx, { selection, work: { action: "execute", input: {} } });
  if (!started.ok) throw new Error(started.refusal.reason);

  const { runId } = started.value;
  const start = performance.now();
  await carryOutBulkRun(systemCtx(organizationId, new Date()), { runId });
  const seconds = (performance.now() - start) / 1000;
  return { seconds, done: (await getBulkRun(ctx, { runId })).run.done };
}
