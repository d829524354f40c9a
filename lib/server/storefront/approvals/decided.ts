import "server-only";
import type { OrderEventKind } from "@/lib/domain/events/order-event";
import type { Decided } from "@/lib/domain/storefront/approval";
import type { Ctx } from "../../kernel/ctx";
import { sql, type Tx } from "../../kernel/db";
import type { LoadedOrder } from "../../orders/tree/load";

const decisions = {
  "order.approved": "approved",
  "order.cancelled": "cancelled",
  "order.executed": "executed",
} as const satisfies Partial<Record<OrderEventKind, Decided["what"]>>;
type Decision = { kind: keyof typeof decisions; by: string };

/**
 * Returns the first decision on the order and the person who made it, from its history; null if there is none yet.
 */
export async function decidedOf(
  tx: Tx,
  { organizationId }: Ctx,
  { part }: LoadedOrder,
): Promise<Decided | null> {
  const [event] = await tx.$queryRaw<Decision[]>(sql`
    SELECT kind, actor_name AS by FROM events
    WHERE organization_id = ${organizationId}::uuid AND order_id = ${part.id}::uuid
      AND kind = ANY(${Object.keys(decisions)})
    ORDER BY id LIMIT 1`);
  return event ? { what: decisions[event.kind], by: event.by } : null;
}
