import { formatNumber } from "../format/format";
import type { OrderItem } from "../order/order";
import type { FieldProblem } from "../order/refusal";
import { tooLargeWords } from "../order/size";
import type { TrialOffer } from "../trial";
import { ok, type Result, refuse } from "../values/result";

/** The basket is a Draft order that its customer still changes: docs/domain.md, section 5. */

/** Says why a basket stays as it is. A refusal is expected, and the customer is told. */
export type BasketRefusal =
  | { reason: "does_not_mix"; product: string; nonAutomatic: boolean }
  | { reason: "too_many_items" }
  | { reason: "too_many_units"; product: string }
  | { reason: "too_large" }
  | { reason: "trial_had"; product: string }
  | { reason: "trial_limits"; product: string; offer: TrialOffer | null }
  | { reason: "unknown_item" }
  | { reason: "invalid_input"; problems: FieldProblem[] };

const maxItems = 100;
const maxUnits = 1_000_000;

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
    return items.length < maxItems ? ok([...items, added]) : refuse({ reason: "too_many_items" });
  }
  if (added.itemType === "trial") return refuse({ reason: "trial_had", product });
  const quantity = same.quantity + added.quantity;
  if (quantity > maxUnits) return refuse({ reason: "too_many_units", product });
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

export function describeBasketRefusal(refusal: BasketRefusal, locale: string): string {
  switch (refusal.reason) {
    case "does_not_mix":
      return refusal.nonAutomatic
        ? `${refusal.product} is set up by our staff and needs an order of its own. Place the order for what is in your basket first, or empty the basket.`
        : `What is in your basket is set up by our staff and needs an order of its own. Place that order first, or empty the basket, then add ${refusal.product}.`;
    case "too_many_items":
      return `A basket holds at most ${maxItems} different products. Place this order first.`;
    case "too_many_units":
      return `An order has at most ${formatNumber(maxUnits, locale)} of ${refusal.product}.`;
    case "too_large":
      return tooLargeWords;
    case "trial_had":
      return `${refusal.product} can be tried once, and you have had it or are trying it already. You can buy it instead.`;
    case "trial_limits":
      return refusal.offer
        ? `A trial of ${refusal.product} has at most ${refusal.offer.maxQuantity.toLocaleString("en")} units. Enter less, or buy it instead.`
        : `${refusal.product} can no longer be tried. Remove the trial from your basket, or buy it instead.`;
    case "unknown_item":
      return "This is not in your basket any more. It may have been changed in another tab.";
    case "invalid_input":
      return refusal.problems.map(({ message }) => message).join(" ");
  }
}
