"use client";

import { useDeferredValue } from "react";
import { Money } from "@/components/money";
import { liveTotals } from "./live-totals";
import classes from "./order-form.module.css";
import type { FormItem } from "./values";

const rows = [
  ["net", "Net"],
  ["discount", "Discount included"],
  ["tax", "Tax"],
  ["finalPrice", "Final price"],
  ["monthlyRunRate", "Monthly run rate"],
  ["cost", "Cost"],
  ["profit", "Profit"],
] as const;

/** What the order comes to as it is typed; typing never waits for it. */
export function FormTotals({ items, currency }: { items: FormItem[]; currency: string }) {
  const totals = liveTotals(useDeferredValue(items), currency);
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
