"use client";

import { Dialog } from "@/components/dialog/dialog";
import { DialogForm } from "@/components/dialog/dialog-form";
import { useDone } from "@/components/dialog/use-done";
import { useQuestion } from "@/components/form/use-seen";
import { Money } from "@/components/format/money";
import type { OwnOrder } from "@/lib/server/storefront/orders/queries/get-own-order";
import { cancelOwnOrderAction } from "../../actions";

export type OrderToCancel = Pick<
  OwnOrder,
  "code" | "currency" | "totals" | "version" | "shown" | "mayCancel"
>;

/** Asks before a customer's order is canceled, and tells its total. */
export function CancelOwnDialog({ order, onClose }: { order: OrderToCancel; onClose: () => void }) {
  const done = useDone(onClose);
  const question = useQuestion({
    latest: order,
    seenOf: ({ shown, version, mayCancel }) => (shown && mayCancel ? { ...shown, version } : null),
    what: "This order",
    send: cancelOwnOrderAction,
    onDone: ({ code }) => done(`Order ${code} is canceled`),
  });
  const { subject, pending, failure } = question;
  return (
    <Dialog title={`Cancel order ${order.code}`} onClose={onClose}>
      <DialogForm
        verb="Cancel order"
        danger
        pending={pending}
        failure={failure}
        notice={question.notice}
        onSubmit={() => question.answer(({ subject: { code }, ...was }) => ({ code, ...was }))}
        onClose={onClose}
      >
        <p>
          This order comes to <Money amount={subject.totals.finalPrice} currency={subject.currency} /> with
          tax. If you cancel it, we neither deliver nor invoice it. You cannot undo this, but you can order
          again. What you have paid for it stays on your account as credit.
        </p>
      </DialogForm>
    </Dialog>
  );
}
