"use client";

import { TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { Dialog } from "@/components/dialog/dialog";
import { DialogForm } from "@/components/dialog/dialog-form";
import { notify } from "@/components/feedback/notify";
import { newKey } from "@/components/form/new-key";
import { useQuestion } from "@/components/form/use-seen";
import { useCompanyDay, useLocale } from "@/components/format/locale";
import { DateField } from "@/components/inputs/date-field";
import { AmountInput } from "@/components/inputs/number-input";
import { type FormatLocale, formatDate, formatMoney } from "@/lib/domain/format/format";
import type { Refusal } from "@/lib/domain/refusals/refusal";
import type { EarlierPayment } from "@/lib/domain/refusing/field-refusal";
import type { Shown } from "@/lib/domain/seen";
import { paymentDays } from "@/lib/domain/values/bounds";
import type { ActionFailure } from "@/lib/schemas/action-result";
import type { OfferedInvoice } from "@/lib/server/billing/queries/open-invoices";
import { recordPaymentAction } from "../actions";
import { type Allocation, AllocationFields, allocationsOf } from "./allocation-fields";

export interface PaymentOf {
  account: { id: string; code: string; name: string; currency: string };
  /** Lists what is unpaid, the oldest first. */
  invoices: OfferedInvoice[];
  /** Tells the command that these invoices were seen. */
  shown: Shown;
}

type Props = PaymentOf & { onClose: () => void };

/** Records what the account paid, and for which invoices. What is left stays as credit. */
export function RecordPaymentDialog(props: Props) {
  return (
    <Dialog onClose={props.onClose} title="Record payment">
      <PaymentForm {...props} />
    </Dialog>
  );
}

function PaymentForm({ account, onClose, ...offered }: Props) {
  const router = useRouter();
  const reader = useLocale();
  const [values, setValues] = useState({ amount: "", reference: "" });
  const today = useCompanyDay();
  const [receivedOn, setReceivedOn] = useState<string | null>(today);
  const [allocation, setAllocation] = useState<Allocation>({ by: "oldest", amounts: {} });
  const [idempotencyKey] = useState(newKey);
  const question = useQuestion({
    latest: offered,
    seenOf: ({ shown }) => shown,
    what: "What this account owes",
    send: recordPaymentAction,
    onDone: ({ id, allocations }) => {
      const paid = formatMoney(values.amount, account.currency, reader.locale);
      const numbers = allocations.map(({ invoiceNumber }) => invoiceNumber).join(", ");
      notify(numbers ? `${paid} recorded for ${numbers}` : `${paid} recorded as credit`);
      onClose();
      // The page then offers the orders that waited for the money.
      router.replace(`/accounts/${account.code}?payment=${id}`, { scroll: false });
    },
  });
  // The amounts are entered for these invoices, while the page behind may learn of others.
  const { invoices } = question.subject;
  const { problems } = question;
  const earlier = earlierOf(question.failure);
  const failure = useMemo(
    () =>
      question.failure && earlier
        ? { ...question.failure, message: usedBefore(earlier, reader) }
        : question.failure,
    [question.failure, earlier, reader],
  );
  const field = (name: keyof typeof values) => ({
    value: values[name],
    error: problems[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setValues((now) => ({ ...now, [name]: value }));
    },
  });

  const submit = () => {
    if (receivedOn === null) return;
    question.answer(({ seen }) => ({
      accountId: account.id,
      idempotencyKey,
      ...(seen && { seen }),
      receivedOn,
      ...values,
      ...allocationsOf(invoices, allocation),
      ...(earlier && { despitePaymentId: earlier.id }),
    }));
  };

  return (
    <DialogForm
      verb={earlier ? "Record anyway" : "Record payment"}
      pending={question.pending}
      failure={failure}
      notice={question.notice}
      onSubmit={submit}
      onClose={onClose}
    >
      <AmountInput
        label={`Amount (${account.currency})`}
        currency={account.currency}
        data-autofocus
        value={values.amount}
        error={problems.amount}
        onChange={(amount) => setValues((now) => ({ ...now, amount }))}
      />
      <DateField
        label="Received on"
        description="Choose today or an earlier day, at most two years ago."
        value={receivedOn}
        onChange={setReceivedOn}
        error={problems.receivedOn}
        {...paymentDays(today)}
      />
      <TextInput label="Reference" description="Enter it as the bank shows it." {...field("reference")} />
      {invoices.length > 0 && (
        <AllocationFields
          invoices={invoices}
          currency={account.currency}
          allocation={allocation}
          problems={problems}
          onChange={setAllocation}
        />
      )}
    </DialogForm>
  );
}

/** Returns the payment that already has the reference, if that is why nothing was recorded. */
function earlierOf(failure: ActionFailure | null): EarlierPayment | null {
  const refusal = failure?.refusal as Refusal | undefined;
  return refusal?.reason === "reference_used" ? refusal.earlier : null;
}

function usedBefore({ amount, currency, account, receivedOn }: EarlierPayment, reader: FormatLocale): string {
  const paid = formatMoney(amount, currency, reader.locale);
  const day = formatDate(receivedOn, "date", reader);
  return `${account} paid ${paid} with this reference on ${day}. Nothing was recorded yet. If this is another payment, record it anyway.`;
}
