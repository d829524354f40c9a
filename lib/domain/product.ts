/** A product is what an organization sells: docs/domain.md, section 2, "Items". */

export const productTypes = ["subscription", "asset", "one_off"] as const;
export type ProductType = (typeof productTypes)[number];

export const billingPeriods = ["month", "year", "once"] as const;
export type BillingPeriod = (typeof billingPeriods)[number];

export const productTypeLabels: Record<ProductType, string> = {
  subscription: "Subscription",
  asset: "Asset",
  one_off: "One-off",
};

/** These words follow a price: "12.00 € per month". */
export const billingPeriodLabels: Record<BillingPeriod, string> = {
  month: "per month",
  year: "per year",
  once: "once",
};

/** Tells whether a type can be billed like this, since only a subscription is billed repeatedly. */
export function periodFits(type: ProductType, period: BillingPeriod): boolean {
  return (type === "subscription") === (period !== "once");
}
