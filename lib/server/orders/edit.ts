import "server-only";
import { randomUUID } from "node:crypto";
import { type Amount, amount } from "@/lib/domain/money";
import { requireMovable, requireOpen } from "@/lib/domain/order/open";
import type { OrderItem, OrderPart, OrderTree } from "@/lib/domain/order/order";
import type { FieldProblem, OrderRefusal } from "@/lib/domain/order/refusal";
import { ok, type Result, refuse } from "@/lib/domain/result";
import { requireStillSchedulable } from "@/lib/domain/schedule";
import { EditOrderInput } from "@/lib/schemas/orders";
import { type Ctx, requirePermission } from "../ctx";
import type { Tx } from "../db";
import { recordHistory } from "../history";
import { insertRows } from "../insert-rows";
import { loadPrices } from "../scheduling/price-list";
import { transaction } from "../transaction";
import { checkItems, itemRow, itemSummary, resolveItems } from "./items";
import { type LoadedOrder, lockOrder } from "./load";
import { chooseStatus, loadStatuses } from "./statuses";
import { cachedSums, holdFacts, statusColumns } from "./write";

type Input = ReturnType<typeof EditOrderInput.parse>;

/**
 * Changes an open order. Once its delivery has begun, and in a sub-order, products, quantities and prices stay;
 * configuration values can still be filled in. @throws Conflict when somebody saved in between.
 * See docs/domain.md, section 2, "Edit".
 */
export async function editOrder(ctx: Ctx, raw: unknown): Promise<Result<{ code: string }, OrderRefusal>> {
  requirePermission(ctx, "order:edit");
  const input = EditOrderInput.parse(raw);

  return transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, ctx, input.code, input.version);
    const open = requireOpen(order.part);
    if (!open.ok) return open;
    const moves = input.statusId !== undefined && input.statusId !== order.row.statusId;
    const movable = moves ? requireMovable(order.part) : open;
    if (!movable.ok) return movable;
    const status = moves
      ? chooseStatus(await loadStatuses(tx, ctx), input.statusId, ["in_progress"], "submitted")
      : ok(null);
    if (!status.ok) return status;
    const items = await editedItems(tx, ctx, order, input);
    if (!items.ok) return items;
    if (order.part.status.type === "scheduled") {
      const list = await loadPrices(tx, ctx, items.value);
      const schedulable = requireStillSchedulable(order.part, items.value, list);
      if (!schedulable.ok) return schedulable;
    }
    const billingTo = await editedBillingTo(tx, ctx, order, input.billingToId);
    if (!billingTo.ok) return billingTo;

    const part = { ...order.part, items: items.value };
    const tree = withPart(order.tree, part);
    const name = input.name || order.row.name;
    await tx.order.update({
      where: { organizationId_id: { organizationId: ctx.organizationId, id: part.id } },
      data: {
        name,
        note: input.note,
        billingToId: billingTo.value.id,
        ...(status.value && statusColumns(status.value)),
        ...cachedSums(tree, part),
        version: { increment: 1 },
        updatedAt: ctx.now,
      },
      select: { id: true },
    });
    if (!order.isPrimary) await writePrimaryHolds(tx, ctx, tree);
    await writeItems(tx, ctx, order, items.value);
    await recordHistory(tx, ctx, [
      {
        orderId: part.id,
        event: status.value ? "status_changed" : "edited",
        statusLabel: status.value?.description ?? order.row.status.description,
        before: summary(
          order.row.name,
          order.row.note,
          order.row.billingTo.name,
          order.row.status.description,
          order.part.items,
        ),
        after: summary(
          name,
          input.note,
          billingTo.value.name,
          status.value?.description ?? order.row.status.description,
          items.value,
        ),
      },
    ]);
    return ok({ code: part.code });
  });
}

function withPart(tree: OrderTree, part: OrderPart): OrderTree {
  if (tree.primary.id === part.id) return { ...tree, primary: part };
  return {
    ...tree,
    subOrders: tree.subOrders.map((subOrder) => (subOrder.id === part.id ? part : subOrder)),
  };
}

/** Executing the primary executes its open sub-orders: what holds them holds it. */
async function writePrimaryHolds(tx: Tx, ctx: Ctx, tree: OrderTree): Promise<void> {
  await tx.order.update({
    where: { organizationId_id: { organizationId: ctx.organizationId, id: tree.primary.id } },
    data: holdFacts(tree, tree.primary),
    select: { id: true },
  });
}

function summary(name: string, note: string, billingTo: string, status: string, items: readonly OrderItem[]) {
  return { name, note, billingTo, status, items: items.map(itemSummary) };
}

/** The items as they will be; refused where they may not change any more. */
async function editedItems(
  tx: Tx,
  ctx: Ctx,
  { part, row, rows, isPrimary }: LoadedOrder,
  input: Input,
): Promise<Result<OrderItem[], OrderRefusal>> {
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
  // A cancelled sub-order counts too: its items still name those that they were delivered from.
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
    was ? [{ item: changed(was, item), index }] : [],
  );
  const problems = [...(await checkItems(tx, ctx, row.accountId, changedItems)), ...resolved.problems];
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

async function editedBillingTo(
  tx: Tx,
  ctx: Ctx,
  { row, rows }: LoadedOrder,
  billingToId: string | undefined,
): Promise<Result<{ id: string; name: string }, OrderRefusal>> {
  if (billingToId === undefined || billingToId === row.billingTo.id) return ok(row.billingTo);
  if (rows.size > 1) return refuse({ reason: "delivery_started" });
  const account = await tx.account.findUnique({
    where: { organizationId_id: { organizationId: ctx.organizationId, id: billingToId }, active: true },
    select: { id: true, name: true },
  });
  const problems: FieldProblem[] = [
    { path: ["billingToId"], message: "There is no such active account. Choose one from the list." },
  ];
  return account ? ok(account) : refuse({ reason: "invalid_input", problems });
}

async function writeItems(
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
