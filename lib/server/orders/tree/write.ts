import "server-only";
import { orderTotals, treeTotals } from "@/lib/domain/order/amounts/totals";
import { applyChanges, type ItemUnits, type OrderChanges } from "@/lib/domain/order/moves/changes";
import { executionLines } from "@/lib/domain/order/moves/execution";
import { missingConfiguration, type OrderPart, type OrderTree } from "@/lib/domain/order/tree/order";
import { progress } from "@/lib/domain/order/tree/stage";
import { sum } from "@/lib/domain/values/money";
import type { Ctx } from "../../kernel/ctx";
import { Prisma, type Tx } from "../../kernel/db";
import type { LoadedOrder } from "./load";
import type { StatusRow } from "./statuses";

/** Returns the sums of its items that an order's row keeps: docs/domain.md, section 2, "Totals". */
export function cachedSums(tree: OrderTree, part: OrderPart) {
  const totals = part === tree.primary ? treeTotals(tree) : orderTotals(part.items, tree.currency);
  const { executed, all } = progress({
    ...tree,
    primary: part,
    subOrders: part === tree.primary ? tree.subOrders : [],
  });
  return {
    itemCount: all,
    executedItemCount: executed,
    costTotal: totals.cost.toFixed(),
    discountTotal: totals.discount.toFixed(),
    netTotal: totals.net.toFixed(),
    taxTotal: totals.tax.toFixed(),
    finalPrice: totals.finalPrice.toFixed(),
    monthlyRunRate: totals.monthlyRunRate.toFixed(),
    ...holdFacts(tree, part),
  };
}

/**
 * Returns the facts that an order keeps for its gates, so that filters find it by what holds it: docs/domain.md, section 6.
 */
export function holdFacts(tree: OrderTree, part: OrderPart) {
  const lines = executionLines(tree, part);
  return {
    nonAutomatic: lines.some(({ item }) => item.nonAutomatic),
    unconfigured: lines.some(({ item }) => missingConfiguration(item).length > 0),
    changesSubscription: lines.some(({ item }) => item.subscriptionId !== null),
    toExecute: sum(lines.map(({ amounts }) => amounts.total)).toFixed(),
  };
}

/** Writes another status to an open order, and its sums if they changed. */
export async function writeStatus(
  tx: Tx,
  ctx: Ctx,
  { id }: Pick<OrderPart, "id">,
  status: StatusRow,
  sums?: ReturnType<typeof cachedSums>,
): Promise<void> {
  await tx.order.update({
    where: { organizationId_id: { organizationId: ctx.organizationId, id } },
    data: { ...withStatus(status), ...sums, version: { increment: 1 }, updatedAt: ctx.now },
    select: { id: true },
  });
}

/** Returns a loaded order that was moved to the status, as it would be loaded now. */
export function inStatus(order: LoadedOrder, status: StatusRow): LoadedOrder {
  const { type, storefrontType, description } = status;
  const part = { ...order.part, status: { type, storefrontType } };
  const row = { ...order.row, ...withStatus(status), status: { description } };
  return inPlace(order, part, row);
}

/** Returns a loaded order whose requested part was written like this, as it would be loaded now. */
export function inPlace(
  order: LoadedOrder,
  part: OrderPart,
  row: LoadedOrder["row"] = order.row,
): LoadedOrder {
  const now = (one: OrderPart) => (one.id === part.id ? part : one);
  const written = { ...row, version: order.row.version + 1 };
  return {
    ...order,
    part,
    row: written,
    ...(order.isPrimary && { primaryRow: written }),
    tree: { ...order.tree, primary: now(order.tree.primary), subOrders: order.tree.subOrders.map(now) },
    rows: new Map(order.rows).set(row.id, written),
  };
}

/** Returns the status columns and the combination that the order's row copies. */
export function withStatus({ id, type, storefrontType }: Omit<StatusRow, "no" | "active" | "description">) {
  return { statusId: id, statusType: type, statusStorefrontType: storefrontType };
}

/**
 * Writes what a plan changes: the items' units, then stage, sums and version of every changed order. The number of
 * statements does not depend on the number of items.
 */
export async function writeChanges(
  tx: Tx,
  ctx: Ctx,
  { tree, rows }: LoadedOrder,
  changes: OrderChanges,
  statusFor: (orderId: string, stage: "executed" | "cancelled") => StatusRow,
): Promise<void> {
  const primaryItems = new Set(tree.primary.items.map((item) => item.id));
  await addUnits(tx, ctx, "executed_quantity", changes.executed);
  await addUnits(tx, ctx, "reversed_quantity", changes.reversed);
  // Sub-orders come first: their cancelled units return to the primary's items before those are cancelled in turn.
  await addUnits(
    tx,
    ctx,
    "cancelled_quantity",
    changes.cancelled.filter((entry) => !primaryItems.has(entry.itemId)),
  );
  await addUnits(
    tx,
    ctx,
    "cancelled_quantity",
    changes.cancelled.filter((entry) => primaryItems.has(entry.itemId)),
  );

  const after = applyChanges(tree, changes);
  const touched = new Set([...changes.ended.map(({ orderId }) => orderId), tree.primary.id]);
  const parts = [after.primary, ...after.subOrders].filter((part) => touched.has(part.id));
  const written = parts.map((part) => {
    const end = changes.ended.find(({ orderId }) => orderId === part.id);
    const row = rows.get(part.id);
    const status = end && statusFor(part.id, end.stage);
    return {
      id: part.id,
      ...cachedSums(after, part),
      statusId: status?.id ?? row?.statusId,
      statusType: status?.type ?? row?.statusType,
      statusStorefrontType: status?.storefrontType ?? row?.statusStorefrontType,
      executedAt: end?.stage === "executed" ? ctx.now : null,
      cancelledAt: end?.stage === "cancelled" ? ctx.now : null,
      // An order that is cancelled after its execution keeps both times.
      reversedAt: end?.stage === "cancelled" && row?.statusType === "automatic_execute" ? ctx.now : null,
      ended: end !== undefined,
    };
  });
  await tx.$executeRaw`
    UPDATE orders SET
      status_id = v."statusId", status_type = v."statusType", status_storefront_type = v."statusStorefrontType",
      executed_at = coalesce(v."executedAt", orders.executed_at), cancelled_at = v."cancelledAt", reversed_at = v."reversedAt",
      item_count = v."itemCount", executed_item_count = v."executedItemCount",
      cost_total = v."costTotal", discount_total = v."discountTotal", net_total = v."netTotal",
      tax_total = v."taxTotal", final_price = v."finalPrice", monthly_run_rate = v."monthlyRunRate",
      non_automatic = v."nonAutomatic" AND NOT v.ended, unconfigured = v.unconfigured AND NOT v.ended,
      changes_subscription = v."changesSubscription" AND NOT v.ended,
      to_execute = CASE WHEN v.ended THEN 0 ELSE v."toExecute" END,
      last_refusal = NULL, last_refusal_at = NULL,
      version = orders.version + 1, updated_at = ${ctx.now}
    FROM jsonb_to_recordset(${JSON.stringify(written)}::jsonb) AS v(
      id uuid, "statusId" uuid, "statusType" order_status_type, "statusStorefrontType" storefront_type,
      "executedAt" timestamptz, "cancelledAt" timestamptz, "reversedAt" timestamptz, "itemCount" int, "executedItemCount" int,
      "costTotal" numeric, "discountTotal" numeric, "netTotal" numeric, "taxTotal" numeric, "finalPrice" numeric,
      "monthlyRunRate" numeric, "nonAutomatic" boolean, unconfigured boolean,
      "changesSubscription" boolean, "toExecute" numeric, ended boolean)
    WHERE orders.organization_id = ${ctx.organizationId}::uuid AND orders.id = v.id`;
}

async function addUnits(
  tx: Tx,
  ctx: Ctx,
  column: "executed_quantity" | "cancelled_quantity" | "reversed_quantity",
  units: readonly ItemUnits[],
): Promise<void> {
  if (units.length === 0) return;
  const name = Prisma.raw(column);
  await tx.$executeRaw`
    UPDATE order_items SET ${name} = ${name} + v.units
    FROM jsonb_to_recordset(${JSON.stringify(units)}::jsonb) AS v("itemId" uuid, units int)
    WHERE organization_id = ${ctx.organizationId}::uuid AND id = v."itemId"`;
}
