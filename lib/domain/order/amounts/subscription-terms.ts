import type { BillingPeriod } from "../../product";
import { type Amount, amount, formatAmount, sum } from "../../values/money";
import { lineAmounts } from "./totals";

/** Terms say what a subscription costs: docs/domain.md, section 2, "Lines add up". */

/** Holds units that were ordered at one price. All of them come to the net amount per billing period. */
export type Terms = { quantity: number; unitPrice: string; discountPercent: string; net: string };

export type SubscriptionPrice = {
  /** Holds the terms in the sequence in which they were ordered, with units at the same price and discount as one. */
  terms: Terms[];
  /** Holds the sum of the terms per billing period, without tax. */
  net: string;
};

type Ordered = { quantity: number; unitPrice: string; discountPercent: string };

/** Returns the price of a subscription from its order's line and those that added units. A trial is free. */
export function subscriptionPrice(
  ordered: readonly Ordered[],
  { trial, billingPeriod, currency }: { trial: boolean; billingPeriod: BillingPeriod; currency: string },
): SubscriptionPrice {
  const groups = new Map<string, { quantity: number; unitPrice: Amount; discountPercent: Amount }>();
  for (const { quantity, ...price } of ordered) {
    const [unitPrice, discountPercent] = [amount(price.unitPrice), amount(price.discountPercent)];
    const key = `${unitPrice.toFixed()} ${discountPercent.toFixed()}`;
    const before = groups.get(key)?.quantity ?? 0;
    groups.set(key, { quantity: before + quantity, unitPrice, discountPercent });
  }
  const untaxed = {
    itemType: trial ? "trial" : "new",
    billingPeriod,
    unitCost: amount(0),
    taxRate: amount(0),
  } as const;
  const nets = [...groups.values()].map(
    (one) => lineAmounts({ ...untaxed, ...one }, one.quantity, currency).net,
  );
  return {
    terms: [...groups.values()].map(({ quantity, unitPrice, discountPercent }, i) => ({
      quantity,
      unitPrice: formatAmount(unitPrice, currency),
      discountPercent: discountPercent.toFixed(),
      net: formatAmount(nets[i] ?? amount(0), currency),
    })),
    net: formatAmount(sum(nets), currency),
  };
}
