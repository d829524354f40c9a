import "server-only";
import type { Ctx } from "../../ctx";
import type { Prisma, Tx } from "../../db";
import { insertRows } from "../../insert-rows";
import { itemRow } from "../../orders/items";
import type { LoadedOrder } from "../../orders/load";
import { cachedSums } from "../../orders/write";
import type { PricedItem } from "./prices";

/**
 * Writes a basket's items, in their order and at the prices they carry, and what else changes of it with them. As many
 * statements whatever the number of items.
 */
export async function writeBasket(
  tx: Tx,
  ctx: Ctx,
  { tree, part }: LoadedOrder,
  priced: readonly PricedItem[],
  more: Prisma.OrderUncheckedUpdateInput = {},
): Promise<void> {
  const items = priced.map((item, index) => ({ ...item, position: index + 1 }));
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
