"use client";

import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { Dialog } from "@/components/dialog/dialog";
import { DialogForm } from "@/components/dialog/dialog-form";
import { useDone } from "@/components/dialog/use-done";
import { useAction } from "@/components/form/use-action";
import { Money } from "@/components/format/money";
import { Link } from "@/components/layout/link";
import type { PaymentRow } from "@/lib/server/billing/queries/payments";
import { releasePaymentAction } from "../actions";

/** Names the order that a payment is kept for, and lets staff release it. */
export function Reservation({ payment, code }: { payment: PaymentRow; code: string }) {
  const [asking, setAsking] = useState(false);
  const release = useAction(releasePaymentAction);
  const back = () => setAsking(false);
  const done = useDone(back);

  const submit = async () => {
    const result = await release.run({ paymentId: payment.id });
    if (result.ok) done("Payment released");
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
      {asking && (
        <Dialog title="Release payment" onClose={back}>
          <DialogForm
            verb="Release payment"
            pending={release.pending}
            failure={release.failure}
            onSubmit={submit}
            onClose={back}
          >
            <p>
              Order {code} loses its claim to{" "}
              <Money amount={payment.unallocated} currency={payment.currency} />. The amount becomes credit of
              the account, which any of its orders can use.
            </p>
          </DialogForm>
        </Dialog>
      )}
    </Group>
  );
}
