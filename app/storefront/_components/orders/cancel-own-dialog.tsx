"use client";

import { Button, Group } from "@mantine/core";
import { useRouter } from "next/navigation";
import { Dialog } from "@/components/dialog/dialog";
import { notify } from "@/components/feedback/notify";
import { useQuestion } from "@/components/form/use-seen";
import { Money } from "@/components/format/money";
import type { OwnOrder } from "@/lib/server/storefront/orders/queries/get-own-order";
import { cancelOwnOrderAction } from "../../actions";
import classes from "./order-page.module.css";

export type OrderToCancel = Pick<
  OwnOrder,
  "code" | "currency" | "totals" | "version" | "shown" | "mayCancel"
>;

/** Asks before a customer's order is canceled, with what it comes to. */
export function CancelOwnDialog({ order, onClose }: { order: OrderToCancel; onClose: () => void }) {
  const router = useRouter();
  const question = useQuestion({
    latest: order,
    seenOf: ({ shown, version, mayCancel }) => (shown && mayCancel ? { ...shown, version } : null),
    what: "This order",
    send: cancelOwnOrderAction,
    onDone: ({ code }) => {
      notify(`Order ${code} is canceled`);
      router.refresh();
      onClose();
    },
  });
  const { subject, pending, failure } = question;
  return (
    <Dialog title={`Cancel order ${order.code}`} onClose={onClose}>
      <div className={classes.question}>
        <p>
          This order comes to <Money amount={subject.totals.finalPrice} currency={subject.currency} /> with
          tax. If you cancel it, we neither deliver nor invoice it. You cannot undo this, but you can order
          again. What you have paid for it stays on your account as credit.
        </p>
        {failure && (
          <p role="alert" className={classes.problem}>
            {failure.message}
          </p>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Back
          </Button>
          <Button
            color="red.8"
            loading={pending}
            onClick={() => question.answer(({ subject: { code }, ...was }) => ({ code, ...was }))}
          >
            Cancel order
          </Button>
        </Group>
        {question.notice}
      </div>
    </Dialog>
  );
}
