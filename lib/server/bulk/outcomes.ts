import "server-only";
import type { OrderEventKind } from "@/lib/domain/events/order-event";
import type { NotDone } from "@/lib/domain/order/holds/not-done";
import { sql, unscoped } from "../kernel/db";
import type { Attempt, Claimed, Run } from "./attempt";

export type Outcome = { position: number; outcome: "done" | "refused" | "failed"; refusal: NotDone | null };

/**
 * Records outcomes together with the run's counts, so that progress is exact and survives a reload. Returns false if another
 * worker has taken the run up, which then finds out by itself how these orders stand.
 */
export async function record(attempt: Attempt, outcomes: readonly Outcome[]): Promise<boolean> {
  const { organizationId, runId, number } = attempt;
  const recorded = await unscoped().$executeRaw(sql`
    WITH mine AS (
      SELECT id FROM bulk_runs
      WHERE organization_id = ${organizationId}::uuid AND id = ${runId}::uuid AND attempt = ${number} FOR NO KEY UPDATE
    ), outcomes AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) AS v(position int, outcome bulk_outcome, refusal jsonb)
    ), written AS (
      UPDATE bulk_run_orders SET outcome = outcomes.outcome, refusal = outcomes.refusal FROM outcomes, mine
      WHERE organization_id = ${organizationId}::uuid AND run_id = mine.id
        AND bulk_run_orders.position = outcomes.position AND bulk_run_orders.outcome = 'running'
      RETURNING bulk_run_orders.outcome
    )
    UPDATE bulk_runs SET
      done_count = done_count + (SELECT count(*) FROM written WHERE outcome = 'done'),
      refused_count = refused_count + (SELECT count(*) FROM written WHERE outcome = 'refused'),
      failed_count = failed_count + (SELECT count(*) FROM written WHERE outcome = 'failed')
    FROM mine WHERE organization_id = ${organizationId}::uuid AND bulk_runs.id = mine.id`);
  return recorded === 1;
}

/** Tells from the order's history whether this run has already done its work on the order. */
export async function wasDoneBefore({ id, organizationId }: Run, { orderId }: Claimed): Promise<boolean> {
  const beside: OrderEventKind[] = ["order.execution_refused", "order.returned"];
  const event = await unscoped().event.findFirst({
    where: { organizationId, orderId, bulkRunId: id, kind: { notIn: beside } },
    select: { id: true },
  });
  return event !== null;
}
