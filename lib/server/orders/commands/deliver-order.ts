import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { planDelivery } from "@/lib/domain/order/moves/delivery";
import { deliveryFacts } from "@/lib/domain/order/moves/shown";
import type { OrderPart, OrderTree } from "@/lib/domain/order/tree/order";
import { pickStatus } from "@/lib/domain/order-status/pick";
import { systemCombinations } from "@/lib/domain/order-status/system-statuses";
import { ok } from "@/lib/domain/values/result";
import { Id } from "@/lib/schemas/fields";
import { maxItems, OrderCode, Quantity, SeenOrder, Shown } from "@/lib/schemas/orders";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { insertRows } from "../../kernel/insert-rows";
import { record } from "../../kernel/record";
import { notOpen } from "../refusals";
import { itemRow } from "../tree/items";
import { lockOrder, requireSeenOrder } from "../tree/load";
import { loadStatuses } from "../tree/statuses";
import { cachedSums, withStatus } from "../tree/write";

const DeliverOrderInput = z.strictObject({
  ...SeenOrder,
  ...Shown,
  items: z
    .array(z.strictObject({ itemId: Id, quantity: Quantity }))
    .min(1, "Select at least one product.")
    .max(maxItems)
    .refine(
      (items) => new Set(items.map((item) => item.itemId)).size === items.length,
      "Name each item once.",
    ),
});

/**
 * Creates a Submitted sub-order from the chosen units of a primary's items (Order Delivery). A partial execution
 * starts with it. See docs/domain.md, section 2, "Partial execution".
 */
export const deliverOrder = command({
  name: "order.deliver",
  caller: staff("order:deliver"),
  input: DeliverOrderInput,
  output: z.object({ code: OrderCode, subOrderCode: OrderCode }),
  refusals: refusals(...notOpen, "sub_order_of_sub_order", "held", "unknown_item", "quantity_not_left"),
  async run({ tx, ctx }, input) {
    const order = await lockOrder(tx, ctx, input.code);
    const asSeen = requireSeenOrder(order, input, () => deliveryFacts(order.tree, order.part));
    if (!asSeen.ok) return asSeen;
    const plan = planDelivery(order.tree, input.code, input.items);
    if (!plan.ok) return plan;

    const { primaryRow, rows } = order;
    const status = pickStatus(await loadStatuses(tx, ctx), systemCombinations.submitted);
    const subNumber = Math.max(...[...rows.values()].map((row) => row.subNumber)) + 1;
    const code = `${primaryRow.code}-${subNumber}`;
    const id = randomUUID();
    const items = plan.value.map(({ item, quantity, places }, index) => ({
      ...item,
      id: randomUUID(),
      position: index + 1,
      primaryItemId: item.id,
      places,
      quantity,
      deliveredQuantity: 0,
      executedQuantity: 0,
      cancelledQuantity: 0,
      reversedQuantity: 0,
    }));
    const part = { id, code, status, items };
    const after = withDelivery(order.tree, part);
    await tx.order.create({
      data: {
        organizationId: ctx.organizationId,
        id,
        code,
        number: primaryRow.number,
        subNumber,
        parentId: primaryRow.id,
        name: primaryRow.name,
        note: primaryRow.note,
        accountId: primaryRow.accountId,
        billingToId: primaryRow.billingTo.id,
        source: primaryRow.source,
        currency: primaryRow.currency,
        orderDate: ctx.now,
        ...withStatus(status),
        ...cachedSums(after, part),
        createdAt: ctx.now,
        updatedAt: ctx.now,
      },
      select: { id: true },
    });
    await insertRows(tx, { order_items: items.map((item) => itemRow(ctx, id, item)) });
    await tx.order.update({
      where: { organizationId_id: { organizationId: ctx.organizationId, id: primaryRow.id } },
      data: { ...cachedSums(after, after.primary), version: { increment: 1 }, updatedAt: ctx.now },
      select: { id: true },
    });
    const delivered = items.map(({ description, quantity }) => ({ product: description, quantity }));
    await record(tx, ctx, [
      {
        orderId: primaryRow.id,
        kind: "order.delivered",
        statusLabel: primaryRow.status.description,
        after: { subOrder: code, items: delivered },
      },
      {
        orderId: id,
        kind: "order.created",
        statusLabel: status.description,
        after: { of: primaryRow.code, items: delivered },
      },
    ]);
    return ok({ code: primaryRow.code, subOrderCode: code });
  },
});

/** Returns the tree as the database's triggers change it. */
function withDelivery(tree: OrderTree, subOrder: OrderPart): OrderTree {
  const units = new Map(subOrder.items.map((item) => [item.primaryItemId, item.quantity]));
  const items = tree.primary.items.map((item) => ({
    ...item,
    deliveredQuantity: item.deliveredQuantity + (units.get(item.id) ?? 0),
  }));
  return { ...tree, primary: { ...tree.primary, items }, subOrders: [...tree.subOrders, subOrder] };
}
