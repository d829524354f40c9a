import { performance } from "node:perf_hooks";
import type pg from "pg";
import { carryOutBulkRun } from "../../lib/server/bulk/commands/carry-out-bulk-run";
import { startBulkRun } from "../../lib/server/bulk/commands/start-bulk-run";
import { getBulkRun } from "../../lib/server/bulk/queries/bulk-runs";
import { type Ctx, systemCtx } from "../../lib/server/kernel/ctx";
import { makeUser, type TestOrganization } from "../../lib/server/testing/factories/basics";
import type { Line } from "./report";
import { submittedOrders } from "./submitted-orders";
import { twice } from "./twice";

const orderCount = 1000;
const secondsAtMost = 10;

/** Measures a bulk run as the worker carries it out, twice, so that what it leaves in memory shows. */
export async function benchBulk(client: pg.Client, here: TestOrganization, orders: number): Promise<Line[]> {
  const user = await makeUser(here, { role: "operator" });
  const operator: Ctx = { ...here.as.operator, actor: { ...here.as.operator.actor, id: user.id } };
  const what = `Bulk execution of ${orderCount.toLocaleString("en")} orders of 3 items`;
  return twice({ what, count: orderCount, secondsAtMost }, orders, () => carryOut(client, operator));
}

async function carryOut(client: pg.Client, ctx: Ctx): Promise<{ seconds: number; done: number }> {
  const { organizationId } = ctx;
  const made = await submittedOrders(client, ctx, orderCount, 3);
  const selection = { orderIds: made.map(({ id }) => id) };
  const started = await startBulkRun(ctx, { selection, work: { action: "execute", input: {} } });
  if (!started.ok) throw new Error(started.refusal.reason);

  const { runId } = started.value;
  const start = performance.now();
  await carryOutBulkRun(systemCtx(organizationId, new Date()), { runId });
  const seconds = (performance.now() - start) / 1000;
  return { seconds, done: (await getBulkRun(ctx, { runId })).run.done };
}
