import "server-only";
import { requirePermission } from "../../kernel/ctx";
import { read } from "../../kernel/db";
import type { CustomerCtx } from "../customer";
import { ownRows } from "../own-rows";

const withinMs = 60 * 60_000;

export type JustOrderedRow = {
  code: string;
  /** RFC 3339, UTC. */
  orderDate: string;
};

/** The order that this person placed last, if that was within the hour. See docs/domain.md, section 5, "Checkout". */
export async function justOrdered(customer: CustomerCtx): Promise<JustOrderedRow | null> {
  const { ctx, userId } = customer;
  requirePermission(ctx, "storefront:use");
  const since = new Date(ctx.now.getTime() - withinMs);
  const orders = await ownRows(customer).order.findMany({
    where: { source: "storefront", basketUserId: null, orderDate: { gte: since } },
    orderBy: [{ orderDate: "desc" }, { id: "desc" }],
    take: 20,
    select: { id: true, code: true, orderDate: true },
  });
  const placed = await read(ctx).orderHistoryEntry.findMany({
    where: { orderId: { in: orders.map(({ id }) => id) }, event: "placed", actorId: userId },
    select: { orderId: true },
  });
  const own = orders.find(({ id }) => placed.some(({ orderId }) => orderId === id));
  return own ? { code: own.code, orderDate: own.orderDate.toISOString() } : null;
}
