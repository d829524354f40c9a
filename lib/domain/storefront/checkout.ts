import { formatMoney } from "../format/format";
import type { OrderItem } from "../order/order";
import { describeRefusal, type OrderRefusal } from "../order/refusal";
import { orderTotals } from "../order/totals";
import { trialProblem } from "../trial";
import { type Amount, amount, formatAmount } from "../values/money";
import { ok, type Result, refuse } from "../values/result";
import { type BasketRefusal, describeBasketRefusal } from "./basket";

/** A checkout places an order of a basket: docs/domain.md, section 5. */

export type CheckoutFacts = {
  currency: string;
  /** Holds the items at the prices of now. */
  items: readonly (OrderItem & { sold: boolean })[];
  version: number;
  /** Holds what the customer agreed to. */
  seen: { version: number; total: string };
  account: { active: boolean; hasReseller: boolean; orderApproval: boolean };
  /** Names products that the account has or had, which it cannot try. */
  tried: readonly string[];
};

/** Names the combination that the order gets. A submitted order is then executed, as far as no gate holds it. */
export type CheckoutPlan = "submitted" | "pendingApproval";

/** Says why the basket stays a basket. The customer looks again and decides. */
export type CheckoutRefusal =
  | BasketRefusal
  | { reason: "account_inactive" }
  | { reason: "empty" }
  | { reason: "changed" }
  | { reason: "not_on_that_day"; refusal: OrderRefusal }
  | { reason: "not_sold"; products: string[] }
  | { reason: "price_changed"; was: string; now: string; currency: string };

export function planCheckout(facts: CheckoutFacts): Result<CheckoutPlan, CheckoutRefusal> {
  const { account, items, seen, currency } = facts;
  const [first] = items;
  if (!account.active) return refuse({ reason: "account_inactive" });
  if (!first) return refuse({ reason: "empty" });
  if (facts.version !== seen.version) return refuse({ reason: "changed" });

  const gone = items.filter(({ sold }) => !sold).map(({ description }) => description);
  if (gone.length > 0) return refuse({ reason: "not_sold", products: gone });
  const other = items.find(({ nonAutomatic }) => nonAutomatic !== first.nonAutomatic);
  if (other) {
    const { description: product, nonAutomatic } = other;
    return refuse({ reason: "does_not_mix", product, nonAutomatic });
  }
  const again = items.find(
    ({ itemType, productId }) => itemType === "trial" && facts.tried.includes(productId),
  );
  if (again) return refuse({ reason: "trial_had", product: again.description });

  const beyond = items.find(
    ({ itemType, trial, quantity }) => itemType === "trial" && trialProblem(trial, quantity) !== null,
  );
  if (beyond) {
    return refuse({ reason: "trial_limits", product: beyond.description, offer: beyond.trial });
  }

  const total: Amount = orderTotals(items, currency).finalPrice;
  if (!total.equals(amount(seen.total))) {
    return refuse({ reason: "price_changed", was: seen.total, now: formatAmount(total, currency), currency });
  }
  return ok(account.hasReseller && account.orderApproval ? "pendingApproval" : "submitted");
}

export function describeCheckoutRefusal(refusal: CheckoutRefusal, locale: string): string {
  switch (refusal.reason) {
    case "account_inactive":
      return "Nothing was ordered, since your account is not active. Your basket is kept. Contact us to have the account activated.";
    case "empty":
      return "Your basket is empty. Nothing was ordered.";
    case "changed":
      return "Your basket was changed in another tab. Nothing was ordered: look at it again.";
    case "not_on_that_day":
      return `${describeRefusal(refusal.refusal, locale)} Nothing was ordered: look at your basket again.`;
    case "not_sold":
      return `Not sold any more: ${refusal.products.join(", ")}. Nothing was ordered: remove it from your basket.`;
    case "price_changed":
      return `The price has changed: the total was ${formatMoney(refusal.was, refusal.currency, locale)} and is ${formatMoney(refusal.now, refusal.currency, locale)} now. Nothing was ordered: look at it again.`;
    default:
      return describeBasketRefusal(refusal, locale);
  }
}
