"use client";

import { Money } from "@/components/format/money";
import type { LiveTotals } from "./live-totals";
import classes from "./order-form.module.css";

const rows = [
  ["net", "Net"],
  ["discount", "Discount included"],
  ["tax", "Tax"],
  ["finalPrice", "Final price"],
  ["monthlyRunRate", "Monthly run rate"],
  ["cost", "Cost"],
  ["profit", "Profit"],
] as const;

/** Shows the totals of the order as it is typed. */
export function FormTotals({ totals, currency }: { totals: LiveTotals; currency: string }) {
  return (
    <dl className={classes.totals} aria-label="Totals">
      {rows.map(([key, label]) => (
        <div key={key} data-strong={key === "finalPrice"}>
          <dt>{label}</dt>
          <dd>
            <Money amount={totals[key]} currency={currency} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
