"use client";

import { Button, Group, Modal } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { notify } from "@/components/feedback/notify";
import { useAction } from "@/components/form/use-action";
import { Money } from "@/components/format/money";
import { Link } from "@/components/layout/link";
import type { PaymentRow } from "@/lib/server/billing/queries/payments";
import classes from "../../_components/form/form.module.css";
import { FormAlert } from "../../_components/form/form-messages";
import { releasePaymentAction } from "../actions";

/** Names the order that a payment is kept for, and lets staff release it. */
export function Reservation({ payment, code }: { payment: PaymentRow; code: string }) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const release = useAction(releasePaymentAction);

  const submit = async () => {
    const result = await release.run({ paymentId: payment.id });
    if (!result.ok) return;
    notify("Payment released");
    setAsking(false);
    router.refresh();
  };

  return (
    <Group gap="xs" wrap="nowrap">
      <Link href={`/orders/${code}`}>{code}</Link>
      {payment.mayRelease && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`Release payment for order ${code}`}
          onClick={() => setAsking(true)}
        >
          Release
        </Button>
      )}
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title="Release payment"
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <div className={classes.fields}>
          <p>
            Order {code} loses its claim to <Money amount={payment.unallocated} currency={payment.currency} />
            . The amount becomes credit of the account, which any of its orders can use.
          </p>
          <FormAlert failure={release.failure} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={() => setAsking(false)}>
              Back
            </Button>
            <Button loading={release.pending} onClick={submit}>
              Release payment
            </Button>
          </Group>
        </div>
      </Modal>
    </Group>
  );
}
