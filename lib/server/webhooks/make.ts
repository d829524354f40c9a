import "server-only";
import type { DeliveryOrigin } from "@/lib/domain/webhook";
import type { Ctx } from "../kernel/ctx";
import { type Prisma, sql, type Tx } from "../kernel/db";
import { wakeFirst } from "./lanes";

/**
 * Makes deliveries of a locked webhook for the events that a query selects as `id` and `order_id`, in its order, and queues those
 * that wait for nothing. Returns the ids of the deliveries.
 */
export async function makeOf(
  tx: Tx,
  ctx: Ctx,
  { webhookId, origin, events }: { webhookId: string; origin: DeliveryOrigin; events: Prisma.Sql },
): Promise<string[]> {
  const made = await tx.$queryRaw<{ id: string }[]>(sql`
    INSERT INTO webhook_deliveries (organization_id, webhook_id, origin, event_id, order_id, created_at)
    SELECT ${ctx.organizationId}::uuid, ${webhookId}::uuid, ${origin}::webhook_delivery_origin, id, order_id, ${ctx.now}
    FROM (${events}) AS chosen RETURNING id`);
  const ids = made.map(({ id }) => id);
  if (ids.length > 0) await wakeFirst(tx, ctx, webhookId, ids);
  return ids;
}
