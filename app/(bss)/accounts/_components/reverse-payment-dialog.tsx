"use client";

import { Textarea } from "@mantine/core";
import { useState } from "react";
import { Dialog } from "@/components/dialog/dialog";
import { DialogForm } from "@/components/dialog/dialog-form";
import { useDone } from "@/components/dialog/use-done";
import { useQuestion } from "@/components/form/use-seen";
import { useLocale } from "@/components/format/locale";
import { Money } from "@/components/format/money";
import { formatMoney } from "@/lib/domain/format/format";
import { amount, formatAmount, sum } from "@/lib/domain/values/money";
import type { PaymentRow } from "@/lib/server/billing/queries/payments";
import { reversePaymentAction } from "../actions";

interface ReversePaymentDialogProps {
  payment: PaymentRow;
  onClose: () => void;
}

/** Asks for the reason before a payment is reversed, and says what is outstanding again. */
export function ReversePaymentDialog({ payment, onClose }: ReversePaymentDialogProps) {
  const done = useDone(onClose);
  const { locale } = useLocale();
  const [reason, setReason] = useState("");
  const reverse = useQuestion({
    latest: payment,
    seenOf: ({ shown, mayReverse }) => (mayReverse ? shown : null),
    what: "This payment",
    send: reversePaymentAction,
    onDone: ({ outstandingAgain }) =>
      done(
        amount(outstandingAgain).isZero()
          ? "Payment reversed"
          : `Payment reversed; ${formatMoney(outstandingAgain, payment.currency, locale)} outstanding again`,
      ),
  });

  return (
    <Dialog title="Reverse payment" onClose={onClose}>
      <DialogForm
        verb="Reverse payment"
        danger
        pending={reverse.pending}
        failure={reverse.failure}
        beside={["reason"]}
        notice={reverse.notice}
        onSubmit={() =>
          reverse.answer(({ seen }) => ({ paymentId: payment.id, ...(seen && { seen }), reason }))
        }
        onClose={onClose}
      >
        <p>
          <Consequences payment={payment} />
          The payment stays in the list, struck through. You cannot undo a reversal; record the payment again
          instead.
        </p>
        <Textarea
          label="Reason"
          autosize
          minRows={2}
          maxRows={6}
          data-autofocus
          value={reason}
          error={reverse.problems.reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </DialogForm>
    </Dialog>
  );
}

/** Says what is outstanding again, and how much credit goes away. */
function Consequences({ payment }: { payment: PaymentRow }) {
  const { invoices, unallocated, currency } = payment;
  const allocated = sum(invoices.map((invoice) => invoice.amount));
  const numbers = invoices.map(({ number }) => number);
  return (
    <>
      {!allocated.isZero() && (
        <>
          {numbers.length > 3 ? `${numbers.length} invoices` : numbers.join(", ")}{" "}
          {numbers.length === 1 ? "is" : "are"} outstanding again by{" "}
          <Money amount={formatAmount(allocated, currency)} currency={currency} />.{" "}
        </>
      )}
      {!amount(unallocated).isZero() && (
        <>
          The account loses <Money amount={unallocated} currency={currency} /> of credit.{" "}
        </>
      )}
    </>
  );
}
