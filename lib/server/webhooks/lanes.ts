import "server-only";
import type { Ctx } from "../kernel/ctx";
import { sql, type Tx } from "../kernel/db";
import { addJobs } from "../kernel/jobs";
import { deliveryJob } from "./jobs";

/**
 * Queues those of the new deliveries of a locked webhook that wait for nothing: the first one of each order, and all that are about
 * no order. The others have no time for their next attempt, so that nobody looks at them.
 */
export async function wakeFirst(tx: Tx, ctx: Ctx, made: readonly string[]): Promise<void> {
  const woken = await tx.$queryRaw<{ id: string }[]>(sql`
    UPDATE webhook_deliveries AS delivery SET next_attempt_at = ${ctx.now}
    WHERE organization_id = ${ctx.organizationId}::uuid AND id = ANY(${made}::uuid[])
      AND NOT EXISTS (
        SELECT FROM webhook_deliveries AS earlier
        WHERE earlier.organization_id = delivery.organization_id AND earlier.webhook_id = delivery.webhook_id
          AND earlier.order_id = delivery.order_id AND earlier.state = 'waiting' AND earlier.sequence < delivery.sequence)
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
