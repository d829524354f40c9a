import { orderTotals } from "../order/amounts/totals";
import type { OrderRefusal } from "../order/holds/refusal";
import type { OrderItem } from "../order/tree/order";
import { trialProblem } from "../trial";
import { type Amount, amount, formatAmount } from "../values/money";
import { ok, type Result, refuse } from "../values/result";
import type { BasketRefusal } from "./basket";

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
  | { reason: "buyer_inactive" }
  | { reason: "basket_empty" }
  | { reason: "basket_changed" }
  | { reason: "not_on_that_day"; refusal: OrderRefusal }
  | { reason: "not_sold_any_more"; products: string[] }
  | { reason: "price_changed"; was: string; now: string; currency: string };

export function planCheckout(facts: CheckoutFacts): Result<CheckoutPlan, CheckoutRefusal | BasketRefusal> {
  const { account, items, seen, currency } = facts;
  const [first] = items;
  if (!account.active) return refuse({ reason: "buyer_inactive" });
  if (!first) return refuse({ reason: "basket_empty" });
  if (facts.version !== seen.version) return refuse({ reason: "basket_changed" });

  const gone = items.filter(({ sold }) => !sold).map(({ description }) => description);
  if (gone.length > 0) return refuse({ reason: "not_sold_any_more", products: gone });
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
