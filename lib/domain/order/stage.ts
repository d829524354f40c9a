import { isFinal } from "../order-status/combination";
import { type OrderItem, type OrderPart, type OrderTree, remainingQuantity } from "./order";

/** Where an order stands in its life; each is reached by one Type of status. */
export type Stage = "open" | "executed" | "cancelled";

/**
 * The primary's stage, derived from its items and sub-orders alone: docs/domain.md, section 2. The stored
 * status is its cache. Open while a unit is left anywhere; then Executed if anything was executed, else Canceled.
 */
export function primaryStage(tree: OrderTree): Stage {
  const parts = [tree.primary, ...tree.subOrders];
  if (parts.some((part) => part.items.some((item) => remainingQuantity(item) > 0))) return "open";
  return parts.some((part) => part.items.some((item) => item.executedQuantity > 0))
    ? "executed"
    : "cancelled";
}

/** The stored stage of one part. */
export function partStage(part: OrderPart): Stage {
  if (!isFinal(part.status.type)) return "open";
  return part.status.type === "cancelled" ? "cancelled" : "executed";
}

/** Units of a primary's item executed through any order of the tree. */
export function executedUnits(tree: OrderTree, item: OrderItem): number {
  let units = item.executedQuantity;
  for (const subOrder of tree.subOrders) {
    for (const delivery of subOrder.items)
      if (delivery.primaryItemId === item.id) units += delivery.executedQuantity;
  }
  return units;
}

/** "3 of 5": items executed entirely, of all items but those cancelled while others went on. */
export function progress(tree: OrderTree): { executed: number; all: number } {
  const { items } = tree.primary;
  const wanted = items.filter((item) => item.cancelledQuantity < item.quantity);
  const executed = wanted.filter(
    (item) => executedUnits(tree, item) === item.quantity - item.cancelledQuantity,
  );
  return { executed: executed.length, all: wanted.length || items.length };
}
