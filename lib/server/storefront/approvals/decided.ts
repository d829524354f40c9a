import "server-only";
import type { Decided } from "@/lib/domain/storefront/approval";
import type { Ctx } from "../../kernel/ctx";
import type { Tx } from "../../kernel/db";
import type { LoadedOrder } from "../../orders/tree/load";

const decisions = ["approved", "cancelled", "executed"] as const;

/** Returns who decided on the order first, and what, as its history says; null where nobody has. */
export async function decidedOf(
  tx: Tx,
  { organizationId }: Ctx,
  { part }: LoadedOrder,
): Promise<Decided | null> {
  const entry = await tx.orderHistoryEntry.findFirst({
    where: { organizationId, orderId: part.id, event: { in: [...decisions] } },
    orderBy: { id: "asc" },
    select: { event: true, actorName: true },
  });
  return entry && { what: entry.event as Decided["what"], by: entry.actorName };
}
