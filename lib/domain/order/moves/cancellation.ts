import { ok, type Result } from "../../values/result";
import { requireOpen } from "../holds/open";
import type { NotOpen } from "../holds/refusal";
import {
  type OrderItem,
  type OrderPart,
  type OrderTree,
  remainingItems,
  remainingQuantity,
} from "../tree/order";
import { partStage, type Stage } from "../tree/stage";
import type { ItemUnits, OrderChanges } from "./changes";
import { withRollUp } from "./execution";

export type CancellationPlan = {
  changes: OrderChanges;
  /** Says where the canceled order itself ends: a partly executed primary ends Executed. */
  stage: Exclude<Stage, "open">;
  /** Says that units executed before are kept, and only the rest is canceled. */
  remainderOnly: boolean;
};

/**
 * Plans a cancellation: docs/domain.md, section 2. A canceled sub-order returns its items to the primary; a canceled
 * primary cancels all that is not executed, together with its open sub-orders.
 */
export function planCancellation(tree: OrderTree, part: OrderPart): Result<CancellationPlan, NotOpen> {
  const open = requireOpen(part);
  if (!open.ok) return open;
  return ok(part === tree.primary ? cancelPrimary(tree) : cancelSubOrder(tree, part));
}

function cancelSubOrder(tree: OrderTree, part: OrderPart): CancellationPlan {
  const changes: OrderChanges = {
    executed: [],
    cancelled: remainingItems(part).map(remainderOf),
    reversed: [],
    ended: [{ orderId: part.id, stage: "cancelled" }],
  };
  return { changes: withRollUp(tree, changes), stage: "cancelled", remainderOnly: false };
}

function cancelPrimary(tree: OrderTree): CancellationPlan {
  const openSubOrders = tree.subOrders.filter((subOrder) => partStage(subOrder) === "open");
  const fromSubOrders = openSubOrders.flatMap(remainingItems);
  const returned = (item: OrderItem) =>
    fromSubOrders
      .filter(({ primaryItemId }) => primaryItemId === item.id)
      .reduce((units, delivery) => units + remainingQuantity(delivery), 0);
  const ofPrimary = tree.primary.items
    .map((item) => ({ itemId: item.id, units: remainingQuantity(item) + returned(item) }))
    .filter(({ units }) => units > 0);

  const changes = withRollUp(tree, {
    executed: [],
    cancelled: [...fromSubOrders.map(remainderOf), ...ofPrimary],
    reversed: [],
    ended: openSubOrders.map(({ id }) => ({ orderId: id, stage: "cancelled" })),
  });
  const stage = changes.ended.find(({ orderId }) => orderId === tree.primary.id)?.stage ?? "cancelled";
  return { changes, stage, remainderOnly: stage === "executed" };
}

function remainderOf(item: OrderItem): ItemUnits {
  return { itemId: item.id, units: remainingQuantity(item) };
}
