import "server-only";
import type { Ctx } from "../../kernel/ctx";
import type { Prisma, Tx } from "../../kernel/db";
import { insertRows } from "../../kernel/insert-rows";
import { itemRow } from "../../orders/tree/items";
import type { LoadedOrder } from "../../orders/tree/load";
import { cachedSums } from "../../orders/tree/write";
import type { PricedItem } from "./prices";

/** Numbers the items of a basket in their order. */
export function inOrder(priced: readonly PricedItem[]): PricedItem[] {
  return priced.map((item, index) => ({ ...item, position: index + 1 }));
}

/**
 * Writes a basket's items, in their order and at their prices, together with other changes to it. The number of statements
 * does not depend on the number of items.
 */
export async function writeBasket(
  tx: Tx,
  ctx: Ctx,
  { tree, part }: LoadedOrder,
  priced: readonly PricedItem[],
  more: Prisma.OrderUncheckedUpdateInput = {},
): Promise<void> {
  const items = inOrder(priced);
  const after = { ...part, items };
  const { organizationId } = ctx;
  await tx.orderItem.deleteMany({ where: { organizationId, orderId: part.id } });
  await insertRows(tx, { order_items: items.map((item) => itemRow(ctx, part.id, item)) });
  await tx.order.update({
    where: { organizationId_id: { organizationId, id: part.id } },
    data: {
      ...more,
      ...cachedSums({ ...tree, primary: after }, after),
      version: { increment: 1 },
      updatedAt: ctx.now,
    },
    select: { id: true },
  });
}
