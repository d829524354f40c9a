import { ok, type Result, refuse } from "../../values/result";
import { requireOpen } from "../holds/open";
import type { NotOpen, OrderRefused } from "../holds/refusal";
import { type OrderItem, type OrderTree, partByCode, placesOf, remainingQuantity } from "../tree/order";
import { type Places, remainingPlaces, takePlaces } from "../tree/places";

export type Delivery = { item: OrderItem; quantity: number; places: Places };

/**
 * Plans a sub-order of some items and quantities: docs/domain.md, section 2, "Partial execution". It takes them from an
 * open primary order, and never more than is left of an item.
 */
export function planDelivery(
  tree: OrderTree,
  code: string,
  wanted: readonly { itemId: string; quantity: number }[],
): Result<
  Delivery[],
  NotOpen | OrderRefused<"sub_order_of_sub_order" | "held" | "unknown_item" | "quantity_not_left">
> {
  const found = partByCode(tree, code);
  if (!found?.isPrimary) return refuse({ reason: "sub_order_of_sub_order" });
  const open = requireOpen(tree.primary);
  if (!open.ok) return open;
  if (tree.primary.status.type === "scheduled") return refuse({ reason: "scheduler_has_it" });
  if (tree.primary.status.storefrontType === "pending_approval") {
    return refuse({ reason: "held", gates: [{ gate: "approval", reseller: null }] });
  }

  const deliveries: Delivery[] = [];
  for (const { itemId, quantity } of wanted) {
    const item = tree.primary.items.find(({ id }) => id === itemId);
    if (!item) return refuse({ reason: "unknown_item" });
    const left = remainingPlaces(item, placesOf(tree, item));
    deliveries.push({ item, quantity, places: takePlaces(left, quantity) });
  }
  const beyond = deliveries
    .filter(({ item, quantity }) => quantity > remainingQuantity(item))
    .map(({ item, quantity }) => ({
      itemId: item.id,
      description: item.description,
      asked: quantity,
      left: remainingQuantity(item),
    }));
  return beyond.length > 0 ? refuse({ reason: "quantity_not_left", items: beyond }) : ok(deliveries);
}
