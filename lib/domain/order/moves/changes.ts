import { systemCombinations } from "../../order-status/system-statuses";
import type { OrderItem, OrderPart, OrderTree } from "../tree/order";
import type { Stage } from "../tree/stage";

/** Holds what a decision does to the items and stages of a tree. */
export type OrderChanges = {
  executed: readonly ItemUnits[];
  cancelled: readonly ItemUnits[];
  /** Holds executed units that are taken back. */
  reversed: readonly ItemUnits[];
  /** Holds the parts that end with the change, among them the primary when it rolls up. */
  ended: readonly { orderId: string; stage: Exclude<Stage, "open"> }[];
};

export type ItemUnits = { itemId: string; units: number };

/** Returns the tree as it is after the changes. The database comes to the same by its triggers. */
export function applyChanges(tree: OrderTree, changes: OrderChanges): OrderTree {
  const executed = unitsByItem(changes.executed);
  const cancelled = unitsByItem(changes.cancelled);
  const reversed = unitsByItem(changes.reversed);
  const returned = new Map<string, number>();
  for (const subOrder of tree.subOrders) {
    for (const item of subOrder.items) {
      const units = cancelled.get(item.id) ?? 0;
      if (item.primaryItemId)
        returned.set(item.primaryItemId, (returned.get(item.primaryItemId) ?? 0) + units);
    }
  }
  const changedItem = (item: OrderItem): OrderItem => ({
    ...item,
    executedQuantity: item.executedQuantity + (executed.get(item.id) ?? 0),
    cancelledQuantity: item.cancelledQuantity + (cancelled.get(item.id) ?? 0),
    reversedQuantity: item.reversedQuantity + (reversed.get(item.id) ?? 0),
    deliveredQuantity: item.deliveredQuantity - (returned.get(item.id) ?? 0),
  });
  const changedPart = (part: OrderPart): OrderPart => {
    const end = changes.ended.find(({ orderId }) => orderId === part.id);
    const status = end ? systemCombinations[end.stage === "executed" ? "executed" : "canceled"] : part.status;
    return { ...part, status, items: part.items.map(changedItem) };
  };
  return { ...tree, primary: changedPart(tree.primary), subOrders: tree.subOrders.map(changedPart) };
}

function unitsByItem(units: readonly ItemUnits[]): Map<string, number> {
  return new Map(units.map((entry) => [entry.itemId, entry.units]));
}
