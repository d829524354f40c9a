import "server-only";
import { describeRefusal, type OrderRefusal } from "@/lib/domain/order/refusal";
import type { Result } from "@/lib/domain/result";
import { type Ctx, organizationId, requirePermission } from "../ctx";
import { read, sql, unscoped } from "../db";
import { Forbidden } from "../errors";
import { log } from "../log";
import { cancelOrder } from "../orders/cancel";
import { executeOrder } from "../orders/execute";
import { setOrderStatus } from "../orders/set-status";
import { type BulkAction, bulkPermissions } from "./permissions";

/** Orders taken at a time: often enough to show progress and heed a stop, seldom enough to cost little. */
const batchSize = 40;
/** Commands at once. */
const concurrency = 8;

type Run = { id: string; action: BulkAction; input: object; ctx: Ctx };
type Claimed = { position: number; code: string; interrupted: boolean };
type Outcome = { position: number; outcome: "done" | "refused" | "failed"; message: string | null };

/**
 * Carries out a bulk run, batch by batch, until it is finished or stopped. Killed at any point it goes on where it was:
 * an order whose command had committed is found done, not done twice. Called by the worker, one at a time a run.
 */
export async function carryOutBulkRun(organization: string, runId: string): Promise<void> {
  for (;;) {
    const run = await loadRun(organization, runId);
    if (!run) return;
    const claimed = await claim(run);
    if (claimed.length === 0) return finish(run);
    await record(run, await inParallel(claimed, (order) => act(run, order)));
  }
}

/** The run, in the name of who started it as that user is now; nothing if it is not running any more. */
async function loadRun(organization: string, runId: string): Promise<Run | null> {
  const run = await unscoped().bulkRun.findUnique({
    where: { organizationId_id: { organizationId: organization, id: runId }, state: "running" },
  });
  const user =
    run &&
    (await unscoped().user.findUnique({
      where: { organizationId_id: { organizationId: organization, id: run.startedById } },
      select: { role: true, active: true },
    }));
  if (!run) return null;
  const ctx: Ctx = {
    organizationId: organizationId(organization),
    actor: {
      type: "user",
      id: run.startedById,
      name: run.startedByName,
      role: user?.active ? user.role : "customer",
    },
    now: new Date(),
    timeZone: run.timeZone,
  };
  return { id: runId, action: run.action, input: run.input as object, ctx };
}

/** The next orders; those that a killed worker had begun first. */
async function claim({ id, ctx }: Run): Promise<Claimed[]> {
  return read(ctx).$queryRaw<Claimed[]>(sql`
    WITH next AS (
      SELECT position, outcome = 'running' AS interrupted FROM bulk_run_orders
      WHERE organization_id = ${ctx.organizationId}::uuid AND run_id = ${id}::uuid AND outcome IN ('waiting', 'running')
      ORDER BY outcome DESC, position LIMIT ${batchSize} FOR UPDATE SKIP LOCKED
    )
    UPDATE bulk_run_orders SET outcome = 'running' FROM next, orders
    WHERE bulk_run_orders.organization_id = ${ctx.organizationId}::uuid AND bulk_run_orders.run_id = ${id}::uuid
      AND bulk_run_orders.position = next.position
      AND orders.organization_id = bulk_run_orders.organization_id AND orders.id = bulk_run_orders.order_id
    RETURNING next.position, next.interrupted, orders.code`);
}

async function act(run: Run, { position, code, interrupted }: Claimed): Promise<Outcome> {
  const ctx = { ...run.ctx, now: new Date() };
  try {
    requirePermission(ctx, bulkPermissions[run.action]);
    const result: Result<unknown, OrderRefusal> = await commands[run.action](ctx, { ...run.input, code });
    if (result.ok || (interrupted && wasDone(run.action, result.refusal)))
      return { position, outcome: "done", message: null };
    return { position, outcome: "refused", message: describeRefusal(result.refusal).slice(0, 1000) };
  } catch (error) {
    if (error instanceof Forbidden) {
      return { position, outcome: "refused", message: "Who started this may not do it any more." };
    }
    log.error({ err: error, event: "bulk_run", runId: run.id, code }, "An order of a bulk run failed");
    return {
      position,
      outcome: "failed",
      message: "Something failed on our side, and this order stays as it was. Try it again.",
    };
  }
}

const commands = { execute: executeOrder, cancel: cancelOrder, set_status: setOrderStatus };

function wasDone(action: BulkAction, { reason }: OrderRefusal): boolean {
  return action === "cancel" ? reason === "already_cancelled" : reason === "already_executed";
}

/** Outcomes and the run's counts change together, so that progress is exact and survives a reload. */
async function record({ id, ctx }: Run, outcomes: readonly Outcome[]): Promise<void> {
  await read(ctx).$executeRaw(sql`
    WITH outcomes AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) AS v(position int, outcome bulk_outcome, message text)
    ), written AS (
      UPDATE bulk_run_orders SET outcome = outcomes.outcome, message = outcomes.message FROM outcomes
      WHERE organization_id = ${ctx.organizationId}::uuid AND run_id = ${id}::uuid
        AND bulk_run_orders.position = outcomes.position AND bulk_run_orders.outcome = 'running'
      RETURNING bulk_run_orders.outcome
    )
    UPDATE bulk_runs SET
      done_count = done_count + (SELECT count(*) FROM written WHERE outcome = 'done'),
      refused_count = refused_count + (SELECT count(*) FROM written WHERE outcome = 'refused'),
      failed_count = failed_count + (SELECT count(*) FROM written WHERE outcome = 'failed')
    WHERE organization_id = ${ctx.organizationId}::uuid AND id = ${id}::uuid`);
}

async function finish({ id, ctx }: Run): Promise<void> {
  await read(ctx).bulkRun.updateMany({
    where: { id, state: "running" },
    data: { state: "finished", finishedAt: new Date() },
  });
}

async function inParallel<Item, Value>(
  items: readonly Item[],
  work: (item: Item) => Promise<Value>,
): Promise<Value[]> {
  const values: Value[] = [];
  const waiting = items[Symbol.iterator]();
  const lane = async () => {
    for (const item of waiting) values.push(await work(item));
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  return values;
}
