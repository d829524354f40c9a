"use client";

import { useAnswer } from "@/components/form/use-answer";
import { Money } from "@/components/format/money";
import type { PayerCredit as Answer } from "@/lib/server/orders/queries/get-payer-credit";
import classes from "./order-form.module.css";

interface PayerCreditProps {
  payer: { id: string; name: string };
  /** Is the order that is edited; payments for it count, too. */
  order: string | undefined;
  /** Is the total with tax before anything is typed. */
  initialPrice: string;
  /** Says by how much the order as it is typed exceeds the credit, or null where it fits. Before anything is typed it says nothing. */
  missingOf: (available: string) => string | null | undefined;
  currency: string;
}

/** Shows what the payer may still be invoiced, and by how much the order as it is typed exceeds it. */
export function PayerCredit({ payer, order, initialPrice, missingOf, currency }: PayerCreditProps) {
  const credit = useCredit(payer.id, order, initialPrice);
  if (!credit) return null;
  const { available, missing: missingAtFirst } = credit;
  const typed = missingOf(available);
  const missing = typed === undefined ? missingAtFirst : typed;
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

/** Is nothing while it is not known, and where it is unlimited. The form does without it, since an execution asks again. */
function useCredit(payer: string, order: string | undefined, total: string): Answer | undefined {
  const asked = new URLSearchParams({ payer, total, ...(order && { order }) });
  const address = `/orders/options/credit?${asked}`;
  const { last } = useAnswer<Answer[]>(address);
  return last?.address === address ? last.value?.[0] : undefined;
}
