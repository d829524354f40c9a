import "server-only";
import type { Ctx } from "../kernel/ctx";
import { sql, type Tx } from "../kernel/db";
import { addJobs } from "../kernel/jobs";
import { deliveryJob } from "./jobs";

/**
 * Queues those of the new deliveries of a locked webhook that wait for nothing: the first one of each order, and all that are about
 * no order. The others have no time for their next attempt, so that nobody looks at them.
 */
export async function wakeFirst(tx: Tx, ctx: Ctx, webhookId: string, made: readonly string[]): Promise<void> {
  // A delivery that ends meanwhile either sees those that are made, or has ended before they look for what is first.
  await tx.$queryRaw(sql`
    WITH made AS MATERIALIZED (
      SELECT order_id, sequence FROM webhook_deliveries
      WHERE organization_id = ${ctx.organizationId}::uuid AND id = ANY(${made}::uuid[])
    )
    SELECT id FROM webhook_deliveries
    WHERE organization_id = ${ctx.organizationId}::uuid AND webhook_id = ${webhookId}::uuid AND state = 'waiting'
      AND sequence < (SELECT min(sequence) FROM made) AND order_id IN (SELECT order_id FROM made)
    ORDER BY sequence FOR SHARE`);
  // Looking for an earlier delivery of each single one would take a minute for ten thousand.
  const woken = await tx.$queryRaw<{ id: string }[]>(sql`
    WITH made AS MATERIALIZED (
      SELECT id, order_id FROM webhook_deliveries
      WHERE organization_id = ${ctx.organizationId}::uuid AND id = ANY(${made}::uuid[])
    ), first AS MATERIALIZED (
      SELECT DISTINCT ON (order_id) id FROM webhook_deliveries
      WHERE organization_id = ${ctx.organizationId}::uuid AND webhook_id = ${webhookId}::uuid AND state = 'waiting'
        AND order_id IN (SELECT order_id FROM made)
      ORDER BY order_id, sequence
    )
    UPDATE webhook_deliveries SET next_attempt_at = ${ctx.now}
    WHERE organization_id = ${ctx.organizationId}::uuid AND id IN (
      SELECT id FROM made WHERE order_id IS NULL OR id IN (SELECT id FROM first))
    RETURNING id`);
  await addJobs(
    tx,
    woken.map(({ id }) => deliveryJob(ctx, id)),
  );
}

/** Queues the delivery that waited for this one of its order. */
export async function wakeNext(
  tx: Tx,
  ctx: Ctx,
  ended: { webhookId: string; orderId: string | null },
): Promise<void> {
  if (ended.orderId === null) return;
  const woken = await tx.$queryRaw<{ id: string }[]>(sql`
    UPDATE webhook_deliveries SET next_attempt_at = ${ctx.now}
    WHERE organization_id = ${ctx.organizationId}::uuid AND next_attempt_at IS NULL AND id = (
      SELECT id FROM webhook_deliveries
      WHERE organization_id = ${ctx.organizationId}::uuid AND webhook_id = ${ended.webhookId}::uuid
        AND order_id = ${ended.orderId}::uuid AND state = 'waiting'
      ORDER BY sequence LIMIT 1)
    RETURNING id`);
  await addJobs(
    tx,
    woken.map(({ id }) => deliveryJob(ctx, id)),
  );
}
