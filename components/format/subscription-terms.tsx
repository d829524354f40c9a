import type { Terms } from "@/lib/domain/order/amounts/subscription-terms";
import { type BillingPeriod, billingPeriodLabels } from "@/lib/domain/product";
import { Money } from "./money";
import { Percent, Quantity } from "./numbers";
import classes from "./subscription-terms.module.css";

interface SubscriptionTermsProps {
  terms: Terms[];
  currency: string;
  billingPeriod: BillingPeriod;
}

/** Shows "5 × €10.00 per month, −10%", with a line for the units of each price. */
export function SubscriptionTerms({ terms, currency, billingPeriod }: SubscriptionTermsProps) {
  return terms.map(({ quantity, unitPrice, discountPercent }) => (
    <span key={`${unitPrice} ${discountPercent}`} className={classes.terms}>
      <Quantity value={quantity} /> × <Money amount={unitPrice} currency={currency} />{" "}
      {billingPeriodLabels[billingPeriod]}
      {Number(discountPercent) > 0 && (
        <>
          , −<Percent value={discountPercent} />
        </>
      )}
    </span>
  ));
}
