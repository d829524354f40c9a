import { isFinal } from "../order-status/combination";
import { type OrderItem, type OrderPart, type OrderTree, remainingQuantity } from "./order";

/** Where an order stands in its life; each is reached by one Type of status. */
export type Stage = "open" | "executed" | "cancelled";

/**
 * The primary's stage, derived from its items and sub-orders alone: docs/domain.md, section 2. The stored
 * status is its cache. Open while a unit is left anywhere; then Executed while anything executed stands, else Canceled.
 */
export function primaryStage(tree: OrderTree): Stage {
  const parts = [tree.primary, ...tree.subOrders];
  if (parts.some((part) => part.items.some((item) => remainingQuantity(item) > 0))) return "open";
  return parts.some((part) => part.items.some((item) => standingUnits(item) > 0)) ? "executed" : "cancelled";
}

/** The stored stage of one part. */
export function partStage(part: OrderPart): Stage {
  if (!isFinal(part.status.type)) return "open";
  return part.status.type === "cancelled" ? "cancelled" : "executed";
}

/** Units that were executed through this very order and not reversed since. */
export function standingUnits(item: OrderItem): number {
  return item.executedQuantity - item.reversedQuantity;
}

/** Units of a primary's item executed through any order of the tree, and not reversed. */
export function executedUnits(tree: OrderTree, item: OrderItem): number {
  return unitsInTree(tree, item, standingUnits);
}

/** Units of a primary's item reversed through any order of the tree. */
export function reversedUnits(tree: OrderTree, item: OrderItem): number {
  return unitsInTree(tree, item, ({ reversedQuantity }) => reversedQuantity);
}

function unitsInTree(tree: OrderTree, item: OrderItem, units: (item: OrderItem) => number): number {
  return tree.subOrders
    .flatMap(({ items }) => items.filter(({ primaryItemId }) => primaryItemId === item.id))
    .reduce((total, delivery) => total + units(delivery), units(item));
}

/** "3 of 5": items executed entirely, of all items but those cancelled or reversed while others went on. */
export function progress(tree: OrderTree): { executed: number; all: number } {
  const { items } = tree.primary;
  const wantedUnits = (item: OrderItem) => item.quantity - item.cancelledQuantity - reversedUnits(tree, item);
  const wanted = items.filter((item) => wantedUnits(item) > 0);
  const executed = wanted.filter((item) => executedUnits(tree, item) === wantedUnits(item));
  return { executed: executed.length, all: wanted.length || items.length };
}
