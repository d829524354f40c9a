import "server-only";
import type { Ctx } from "../kernel/ctx";
import { sql, unscoped } from "../kernel/db";
import { ctxInNameOf } from "../kernel/in-name-of";
import type { BulkAction } from "./permissions";

/** Sets how many orders are taken at a time: few enough to notice a stop quickly, and enough to cost little. */
const batchSize = 16;

/**
 * Identifies a run that one worker carries out. A worker that takes the run up later gets a higher number, and the earlier one
 * has then lost it.
 */
export type Attempt = { organizationId: string; runId: string; number: number };

/** Describes the present state of the run. It acts in the name of the user or API key that started or last retried it. */
export type Run = {
  id: string;
  action: BulkAction;
  input: object;
  attempt: number;
  organizationId: string;
  /** Names that user or key. */
  byName: string;
  /** Is null if they may do nothing any more. Nothing more is then done in their name. */
  ctx: Ctx | null;
};

export type Claimed = {
  position: number;
  orderId: string;
  code: string;
};

/** Takes a running run away from any other worker. Returns null if the run has ended. */
export async function takeUp(organization: string, runId: string): Promise<Attempt | null> {
  const [taken] = await unscoped().$queryRaw<{ attempt: number }[]>(sql`
    UPDATE bulk_runs SET attempt = attempt + 1
    WHERE organization_id = ${organization}::uuid AND id = ${runId}::uuid AND state = 'running' RETURNING attempt`);
  return taken ? { organizationId: organization, runId, number: taken.attempt } : null;
}

/** Returns the run, or null if it has ended or another worker has taken it up. */
export async function loadRun(attempt: Attempt): Promise<Run | null> {
  const run = await unscoped().bulkRun.findUnique({
    where: {
      organizationId_id: { organizationId: attempt.organizationId, id: attempt.runId },
      state: "running",
      attempt: attempt.number,
    },
  });
  if (!run) return null;
  const { id, action, organizationId, attempt: number } = run;
  const byName = run.retriedByName ?? run.startedByName;
  const ctx = await ctxInNameOf({ ...run, byName }, new Date());
  return {
    ...{ id, action, organizationId, byName, attempt: number, input: run.input as object },
    ctx: ctx && { ...ctx, bulkRunId: id },
  };
}

/** Takes the next orders, beginning with those that an earlier attempt had started. */
export async function claim({ id, organizationId, attempt }: Run): Promise<Claimed[]> {
  return unscoped().$queryRaw<Claimed[]>(sql`
    WITH next AS (
      SELECT position FROM bulk_run_orders
      WHERE organization_id = ${organizationId}::uuid AND run_id = ${id}::uuid
        AND (outcome = 'waiting' OR (outcome = 'running' AND attempt < ${attempt}))
      ORDER BY outcome DESC, position LIMIT ${batchSize} FOR UPDATE SKIP LOCKED
    )
    UPDATE bulk_run_orders SET outcome = 'running', attempt = ${attempt}
    FROM next, orders
    WHERE bulk_run_orders.organization_id = ${organizationId}::uuid AND bulk_run_orders.run_id = ${id}::uuid
      AND bulk_run_orders.position = next.position
      AND orders.organization_id = bulk_run_orders.organization_id AND orders.id = bulk_run_orders.order_id
    RETURNING next.position, bulk_run_orders.order_id AS "orderId", orders.code`);
}

/** Ends the run if every order has had its turn. */
export async function finish({ organizationId, runId, number }: Attempt): Promise<void> {
  await unscoped().$executeRaw(sql`
    UPDATE bulk_runs SET state = 'finished', finished_at = ${new Date()}
    WHERE organization_id = ${organizationId}::uuid AND id = ${runId}::uuid AND state = 'running'
      AND attempt = ${number} AND done_count + refused_count + failed_count = order_count`);
}
