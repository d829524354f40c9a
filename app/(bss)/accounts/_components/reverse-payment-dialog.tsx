"use client";

import { Button, Group, Modal, Textarea } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { notify } from "@/components/feedback/notify";
import { problemsByPath } from "@/components/form/action-result";
import { useQuestion } from "@/components/form/use-seen";
import { useLocale } from "@/components/format/locale";
import { Money } from "@/components/format/money";
import { formatMoney } from "@/lib/domain/format/format";
import { amount, formatAmount, sum } from "@/lib/domain/values/money";
import type { PaymentRow } from "@/lib/server/billing/queries/payments";
import classes from "../../_components/form/form.module.css";
import { FormAlert } from "../../_components/form/form-messages";
import { reversePaymentAction } from "../actions";

interface ReversePaymentDialogProps {
  payment: PaymentRow;
  onClose: () => void;
}

export function ReversePaymentDialog({ payment, onClose }: ReversePaymentDialogProps) {
  const router = useRouter();
  const { locale } = useLocale();
  const [reason, setReason] = useState("");
  const reverse = useQuestion({
    latest: payment,
    seenOf: ({ shown, mayReverse }) => (mayReverse ? shown : null),
    what: "This payment",
    send: reversePaymentAction,
    onDone: ({ outstandingAgain }) => {
      notify(
        amount(outstandingAgain).isZero()
          ? "Payment reversed"
          : `Payment reversed; ${formatMoney(outstandingAgain, payment.currency, locale)} outstanding again`,
      );
      onClose();
      router.refresh();
    },
  });
  const problems = problemsByPath(reverse.failure?.problems ?? []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    reverse.answer(({ seen }) => ({ paymentId: payment.id, ...(seen && { seen }), reason }));
  };

  return (
    <Modal opened onClose={onClose} title="Reverse payment" closeButtonProps={{ "aria-label": "Close" }}>
      <form onSubmit={submit} noValidate className={classes.fields}>
        <p>
          <Consequences payment={payment} />
          The payment stays in the list, struck through. You cannot undo a reversal; record the payment again
          instead.
        </p>
        <FormAlert failure={problems.reason ? null : reverse.failure} />
        <Textarea
          label="Reason"
          autosize
          minRows={2}
          maxRows={6}
          data-autofocus
          value={reason}
          error={problems.reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Back
          </Button>
          <Button type="submit" color="red.8" loading={reverse.pending}>
            Reverse payment
          </Button>
        </Group>
        {reverse.notice}
      </form>
    </Modal>
  );
}

/** What is outstanding again, and what credit goes away; nothing is said of what there is not. */
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
