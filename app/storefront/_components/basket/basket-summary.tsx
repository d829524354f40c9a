import type { ReactNode } from "react";
import { DateText } from "@/components/format/date";
import { Money } from "@/components/format/money";
import type { Basket } from "@/lib/server/storefront/basket/queries/get-basket";
import classes from "./basket.module.css";

/** Shows what is due when the order is executed, and separately what it costs again each month or year, with tax. */
export function BasketSummary({ basket, children }: { basket: Basket; children: ReactNode }) {
  const { totals, recurring, schedule, currency } = basket;
  const { net, tax, finalPrice: total } = totals;
  return (
    <section className={classes.summary} aria-label="Summary">
      <Sums
        title={
          schedule.day ? (
            <>
              Due on <DateText value={schedule.day} />
            </>
          ) : (
            "Due now"
          )
        }
        sums={{ net, tax, total }}
        currency={currency}
      />
      {recurring.map(({ period, ...sums }) => (
        <Sums key={period} title={again[period]} sums={sums} currency={currency} dimmed />
      ))}
      {children}
    </section>
  );
}

const again = { month: "Then each month", year: "Then each year" } as const;

interface SumsProps {
  title: ReactNode;
  sums: Record<"net" | "tax" | "total", string>;
  currency: string;
  dimmed?: boolean;
}

function Sums({ title, sums, currency, dimmed = false }: SumsProps) {
  return (
    <div className={classes.sums} data-dimmed={dimmed || undefined}>
      <h2>{title}</h2>
      <dl>
        <dt>Net, excl. tax</dt>
        <dd>
          <Money amount={sums.net} currency={currency} />
        </dd>
        <dt>Tax</dt>
        <dd>
          <Money amount={sums.tax} currency={currency} />
        </dd>
        <dt className={classes.total}>Total with tax</dt>
        <dd className={classes.total}>
          <Money amount={sums.total} currency={currency} />
        </dd>
      </dl>
    </div>
  );
}
