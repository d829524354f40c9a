"use client";

import { useEffect, useState } from "react";
import { useAnswer } from "@/components/form/use-answer";
import { Money } from "@/components/format/money";
import type { PayerCredit as Answer } from "@/lib/server/orders/queries/get-payer-credit";
import classes from "./order-form.module.css";

interface PayerCreditProps {
  payer: { id: string; name: string };
  /** Is the order that is edited; payments for it count, too. */
  order: string | undefined;
  /** Is the total with tax as it is typed. */
  finalPrice: string;
  currency: string;
}

/** Shows what the payer may still be invoiced, and by how much the order as it is typed exceeds it. */
export function PayerCredit({ payer, order, finalPrice, currency }: PayerCreditProps) {
  const available = useAvailable(payer.id, order);
  const missing = useMissing(available, finalPrice, currency);
  if (available === null) return null;
  return (
    <>
      <dl className={classes.totals} aria-label="Credit">
        <div>
          <dt>Available credit of {payer.name}</dt>
          <dd>
            <Money amount={available} currency={currency} />
          </dd>
        </div>
      </dl>
      <p role="status" className={classes.problem}>
        {missing && (
          <>
            This order needs <Money amount={missing} currency={currency} /> more. It can be saved, and waits
            for credit before it is executed.
          </>
        )}
      </p>
    </>
  );
}

/** Is null while it is not known, and where it is unlimited. The form does without it, since an execution asks again. */
function useAvailable(payer: string, order: string | undefined): string | null {
  const address = `/orders/options/credit?${new URLSearchParams({ payer, ...(order && { order }) })}`;
  const { last } = useAnswer<Answer[]>(address);
  return last?.address === address ? (last.value?.[0]?.available ?? null) : null;
}

/**
 * Returns how much credit is missing, or nothing while the order fits. It loads the exact arithmetic with the first
 * answer.
 */
function useMissing(available: string | null, finalPrice: string, currency: string): string | null {
  const [rules, setRules] = useState<typeof import("./live-totals") | null>(null);
  const wanted = available !== null && rules === null;
  useEffect(() => {
    if (wanted) import("./live-totals").then(setRules, () => {});
  }, [wanted]);
  return rules && available !== null ? rules.missingOf(available, finalPrice, currency) : null;
}
