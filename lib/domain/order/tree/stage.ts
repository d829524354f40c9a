import { isFinal } from "../../order-status/combination";
import { type OrderItem, type OrderPart, type OrderTree, remainingQuantity } from "./order";

/** Says where an order stands in its life. One Type of status leads to each stage. */
export type Stage = "open" | "executed" | "cancelled";

/**
 * Returns the primary's stage, derived from its items and sub-orders alone: docs/domain.md, section 2. It is open while
 * a unit is left anywhere, then executed while anything executed stands, else canceled.
 */
export function primaryStage(tree: OrderTree): Stage {
  const parts = [tree.primary, ...tree.subOrders];
  if (parts.some((part) => part.items.some((item) => remainingQuantity(item) > 0))) return "open";
  return parts.some((part) => part.items.some((item) => standingUnits(item) > 0)) ? "executed" : "cancelled";
}

/** Returns the stored stage of one part. */
export function partStage(part: OrderPart): Stage {
  if (!isFinal(part.status.type)) return "open";
  return part.status.type === "cancelled" ? "cancelled" : "executed";
}

/** Returns how many units were executed through this very order and not reversed since. */
export function standingUnits(item: OrderItem): number {
  return item.executedQuantity - item.reversedQuantity;
}

/** Returns how many units of a primary's item were executed through any order of the tree and not reversed. */
export function executedUnits(tree: OrderTree, item: OrderItem): number {
  return unitsInTree(tree, item, standingUnits);
}

/** Returns how many units of a primary's item were reversed through any order of the tree. */
export function reversedUnits(tree: OrderTree, item: OrderItem): number {
  return unitsInTree(tree, item, ({ reversedQuantity }) => reversedQuantity);
}

function unitsInTree(tree: OrderTree, item: OrderItem, units: (item: OrderItem) => number): number {
  return tree.subOrders
    .flatMap(({ items }) => items.filter(({ primaryItemId }) => primaryItemId === item.id))
    .reduce((total, delivery) => total + units(delivery), units(item));
}

/**
 * Counts items that are executed entirely, of all items except those canceled or reversed while others went on: "3 of
 * 5".
 */
export function progress(tree: OrderTree): { executed: number; all: number } {
  const { items } = tree.primary;
  const wantedUnits = (item: OrderItem) => item.quantity - item.cancelledQuantity - reversedUnits(tree, item);
  const wanted = items.filter((item) => wantedUnits(item) > 0);
  const executed = wanted.filter((item) => executedUnits(tree, item) === wantedUnits(item));
  return { executed: executed.length, all: wanted.length || items.length };
}
