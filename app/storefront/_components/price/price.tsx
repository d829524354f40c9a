import { Money } from "@/components/format/money";
import { type BillingPeriod, billingPeriodLabels } from "@/lib/domain/product";
import classes from "./price.module.css";

interface PriceProps {
  amount: string;
  currency: string;
  billingPeriod: BillingPeriod;
}

/** Shows a price: "€12.90 per month, excl. tax". */
export function Price({ amount, currency, billingPeriod }: PriceProps) {
  return (
    <span className={classes.price}>
      <b>
        <Money amount={amount} currency={currency} />
      </b>{" "}
      <span className={classes.period}>{billingPeriodLabels[billingPeriod]}, excl. tax</span>
    </span>
  );
}
