"use client";

import { Button, Group, Modal, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { problemsByPath } from "@/components/action-result";
import { formatMoney } from "@/components/format";
import { useLocale } from "@/components/locale";
import { newKey } from "@/components/new-key";
import { notify } from "@/components/notify";
import { useAction } from "@/components/use-action";
import classes from "../../_components/form.module.css";
import { FormAlert } from "../../_components/form-messages";
import { recordPaymentAction } from "../actions";

interface RecordPaymentProps {
  account: { id: string; code: string; name: string; currency: string };
  /** In the reader's time zone. */
  today: string;
}

/** Records what the account paid: the oldest invoices first, what is left stays as credit. */
export function RecordPayment({ account, today }: RecordPaymentProps) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        Record payment
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title="Record payment"
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <PaymentForm account={account} today={today} onClose={() => setOpened(false)} />
      </Modal>
    </>
  );
}

function PaymentForm({ account, today, onClose }: RecordPaymentProps & { onClose: () => void }) {
  const router = useRouter();
  const { locale } = useLocale();
  const [values, setValues] = useState({ amount: "", receivedOn: today, reference: "" });
  const [idempotencyKey] = useState(newKey);
  const record = useAction(recordPaymentAction);
  const problems = problemsByPath(record.failure?.problems ?? []);
  const field = (name: keyof typeof values) => ({
    value: values[name],
    error: problems[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setValues((now) => ({ ...now, [name]: value }));
    },
  });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const result = await record.run({ accountId: account.id, idempotencyKey, ...values });
    if (!result.ok) return;
    const { allocations } = result.value;
    const paid = formatMoney(values.amount.trim(), account.currency, locale);
    const invoices = allocations.map(({ invoiceNumber }) => invoiceNumber).join(", ");
    notify(invoices ? `${paid} recorded for ${invoices}` : `${paid} recorded as credit`);
    onClose();
    // With it, the page offers the orders that waited for the money.
    router.replace(`/accounts/${account.code}?payment=${result.value.id}`, { scroll: false });
  };

  return (
    <form onSubmit={submit} noValidate className={classes.fields}>
      <FormAlert failure={record.failure} />
      <TextInput
        label={`Amount (${account.currency})`}
        description="Pays the oldest invoices first. What is left stays on the account as credit."
        inputMode="decimal"
        data-autofocus
        {...field("amount")}
      />
      <TextInput label="Received on" type="date" {...field("receivedOn")} />
      <TextInput label="Reference" description="As the bank shows it." {...field("reference")} />
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          Back
        </Button>
        <Button type="submit" loading={record.pending}>
          Record payment
        </Button>
      </Group>
    </form>
  );
}
