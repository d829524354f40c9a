import type { OrderItem } from "../order/tree/order";
import type { TrialOffer } from "../trial";
import { ok, type Result, refuse } from "../values/result";

/** The basket is a Draft order that its customer still changes: docs/domain.md, section 5. */

/** Says why a basket stays as it is. A refusal is expected, and the customer is told. */
export type BasketRefusal =
  | { reason: "does_not_mix"; product: string; nonAutomatic: boolean }
  | { reason: "too_many_items" }
  | { reason: "too_many_units"; product: string }
  | { reason: "basket_too_large" }
  | { reason: "trial_had"; product: string }
  | { reason: "trial_limits"; product: string; offer: TrialOffer | null }
  | { reason: "not_in_basket" };

export const basketLimits = { items: 100, units: 1_000_000 } as const;

/**
 * Returns the items with one more, where the same product of the same type and configuration becomes more units. A
 * product that only a BSS user executes shares no basket with those that are executed at once.
 */
export function withItem(items: readonly OrderItem[], added: OrderItem): Result<OrderItem[], BasketRefusal> {
  const product = added.description;
  if (items.some((item) => item.nonAutomatic !== added.nonAutomatic)) {
    return refuse({ reason: "does_not_mix", product, nonAutomatic: added.nonAutomatic });
  }
  const same = items.find((item) => isSame(item, added));
  if (!same) {
    return items.length < basketLimits.items ? ok([...items, added]) : refuse({ reason: "too_many_items" });
  }
  if (added.itemType === "trial") return refuse({ reason: "trial_had", product });
  const quantity = same.quantity + added.quantity;
  if (quantity > basketLimits.units) return refuse({ reason: "too_many_units", product });
  return ok(items.map((item) => (item === same ? { ...item, quantity } : item)));
}

function isSame(a: OrderItem, b: OrderItem): boolean {
  const names = new Set([...Object.keys(a.configuration), ...Object.keys(b.configuration)]);
  return (
    a.productId === b.productId &&
    a.itemType === b.itemType &&
    a.subscriptionId === b.subscriptionId &&
    (a.itemType === "trial" ||
      [...names].every((name) => (a.configuration[name] ?? "") === (b.configuration[name] ?? "")))
  );
}
