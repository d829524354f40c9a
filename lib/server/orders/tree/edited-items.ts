import "server-only";
import { randomUUID } from "node:crypto";
import type { OrderRefused } from "@/lib/domain/order/holds/refusal";
import type { OrderItem } from "@/lib/domain/order/tree/order";
import { type Amount, amount } from "@/lib/domain/values/money";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import type { EditOrderInput } from "@/lib/schemas/orders";
import type { Ctx } from "../../kernel/ctx";
import type { Tx } from "../../kernel/db";
import { insertRows } from "../../kernel/insert-rows";
import { checkItems, checkSize, itemRow, resolveItems } from "./items";
import type { LoadedOrder } from "./load";

type Input = ReturnType<typeof EditOrderInput.parse>;

/** Returns the items after the edit, or refuses when they may no longer change. */
export async function editedItems(
  tx: Tx,
  ctx: Ctx,
  { part, row, rows, isPrimary }: LoadedOrder,
  input: Input,
): Promise<Result<OrderItem[], OrderRefused<"unknown_item" | "delivery_started" | "invalid_input">>> {
  const before = new Map(part.items.map((item) => [item.id, item]));
  const edited = input.items.map((item, index) => ({
    input: item,
    index,
    was: item.id ? before.get(item.id) : undefined,
  }));
  const unknown = edited.some(({ input: { id }, was }) => id !== undefined && !was);
  const twice =
    new Set(edited.flatMap(({ input: { id } }) => id ?? [])).size !== edited.filter(({ was }) => was).length;
  if (unknown || twice) return refuse({ reason: "unknown_item" });

  const kept = edited.filter(({ input: item, was }) => was && was.productId === item.productId);
  const added = edited.filter((entry) => !kept.includes(entry));
  // A cancelled sub-order counts too, because its items still name those they were delivered from.
  const delivering = rows.size > 1 || part.items.some((item) => item.executedQuantity > 0);
  const structureChanged =
    added.length > 0 ||
    kept.length !== before.size ||
    kept.some(({ input: item, was }) => was && !samePrice(was, item));
  if (structureChanged && (delivering || !isPrimary)) return refuse({ reason: "delivery_started" });

  const lastPosition = Math.max(...part.items.map((item) => item.position));
  const resolved = await resolveItems(
    tx,
    ctx,
    row.accountId,
    added.map(({ input: item, index }, offset) => ({
      input: item,
      index,
      position: lastPosition + 1 + offset,
    })),
  );
  const changedItems = kept.flatMap(({ input: item, index, was }) =>
    was ? [{ item: changed(was, item), index, was }] : [],
  );
  const problems = [...(await checkItems(tx, ctx, row.accountId, changedItems)), ...resolved.problems];
  const addedItems = resolved.items.flatMap((item, i) => {
    const index = added[i]?.index;
    return index === undefined ? [] : [{ item, index }];
  });
  if (problems.length === 0) problems.push(...checkSize([...changedItems, ...addedItems]));
  if (problems.length > 0) return refuse({ reason: "invalid_input", problems });
  return ok([
    ...changedItems.map(({ item }) => item),
    ...resolved.items.map((item) => ({ ...item, id: randomUUID() })),
  ]);
}

function samePrice(was: OrderItem, item: Input["items"][number]): boolean {
  const same = (before: Amount, after: string | undefined) => after === undefined || before.equals(after);
  return (
    was.quantity === item.quantity &&
    same(was.unitPrice, item.unitPrice) &&
    same(was.discountPercent, item.discountPercent) &&
    was.itemType === item.itemType &&
    was.subscriptionId === (item.subscriptionId ?? null)
  );
}

function changed(was: OrderItem, item: Input["items"][number]): OrderItem {
  return {
    ...was,
    quantity: item.quantity,
    unitPrice: amount(item.unitPrice ?? was.unitPrice),
    discountPercent: amount(item.discountPercent),
    itemType: item.itemType,
    subscriptionId: item.subscriptionId ?? null,
    configuration: item.configuration,
  };
}

/** Writes the kept, added and removed items in three statements, however many there are. */
export async function writeItems(
  tx: Tx,
  ctx: Ctx,
  { part }: LoadedOrder,
  items: readonly OrderItem[],
): Promise<void> {
  const before = new Set(part.items.map((item) => item.id));
  const kept = items.filter((item) => before.has(item.id));
  const added = items.filter((item) => !before.has(item.id));
  const keptIds = new Set(kept.map((item) => item.id));
  const removed = [...before].filter((id) => !keptIds.has(id));
  if (removed.length > 0) {
    await tx.orderItem.deleteMany({ where: { organizationId: ctx.organizationId, id: { in: removed } } });
  }
  if (kept.length > 0) {
    const rows = kept.map((item) => itemRow(ctx, part.id, item));
    await tx.$executeRaw`
      UPDATE order_items SET quantity = v.quantity, unit_price = v."unitPrice", discount_percent = v."discountPercent",
        item_type = v."itemType", subscription_id = v."subscriptionId", configuration = v.configuration
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS v(
        id uuid, quantity int, "unitPrice" numeric, "discountPercent" numeric, "itemType" item_type,
        "subscriptionId" uuid, configuration jsonb)
      WHERE organization_id = ${ctx.organizationId}::uuid AND order_items.id = v.id`;
  }
  await insertRows(tx, { order_items: added.map((item) => itemRow(ctx, part.id, item)) });
}
