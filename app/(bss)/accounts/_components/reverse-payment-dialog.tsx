"use client";

import { Button, Group, Modal, Textarea } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { problemsByPath } from "@/components/action-result";
import { Money } from "@/components/money";
import { notify } from "@/components/notify";
import { useAction } from "@/components/use-action";
import type { PaymentRow } from "@/lib/server/billing/payment-queries";
import classes from "../../_components/form.module.css";
import { FormAlert } from "../../_components/form-messages";
import { reversePaymentAction } from "../actions";

interface ReversePaymentDialogProps {
  payment: PaymentRow;
  opened: boolean;
  onClose: () => void;
}

export function ReversePaymentDialog({ payment, opened, onClose }: ReversePaymentDialogProps) {
  const router = useRouter();
  const [reason, setReason] = useState("");
  const reverse = useAction(reversePaymentAction);
  const problems = problemsByPath(reverse.failure?.problems ?? []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const result = await reverse.run({ paymentId: payment.id, reason });
    if (!result.ok) return;
    notify("Payment reversed");
    onClose();
    router.refresh();
  };

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Reverse payment"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <form onSubmit={submit} noValidate className={classes.fields}>
        <p>
          The invoices it pays are outstanding again by{" "}
          <Money amount={payment.amount} currency={payment.currency} />. The payment stays in the list, struck
          through. A reversal cannot be undone; record the payment again instead.
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
      </form>
    </Modal>
  );
}
