import type { ReactNode } from "react";
import { Money } from "@/components/money";
import type { Basket } from "@/lib/server/storefront/basket/read";
import classes from "./basket.module.css";

/** What the basket comes to, with tax. */
export function BasketSummary({ basket, children }: { basket: Basket; children: ReactNode }) {
  const { totals, currency } = basket;
  return (
    <section className={classes.summary} aria-label="Summary">
      <dl>
        <dt>Net</dt>
        <dd>
          <Money amount={totals.net} currency={currency} />
        </dd>
        <dt>Tax</dt>
        <dd>
          <Money amount={totals.tax} currency={currency} />
        </dd>
        <dt className={classes.total}>Total</dt>
        <dd className={classes.total}>
          <Money amount={totals.finalPrice} currency={currency} />
        </dd>
        {Number(totals.monthlyRunRate) > 0 && (
          <>
            <dt className={classes.dimmed}>Per month, net</dt>
            <dd className={classes.dimmed}>
              <Money amount={totals.monthlyRunRate} currency={currency} />
            </dd>
          </>
        )}
      </dl>
      {children}
    </section>
  );
}
