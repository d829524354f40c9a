"use client";

import { useState } from "react";
import { Dialog } from "@/components/dialog/dialog";
import { DialogForm } from "@/components/dialog/dialog-form";
import { useDone } from "@/components/dialog/use-done";
import { newKey } from "@/components/form/new-key";
import { useQuestion } from "@/components/form/use-seen";
import { Quantity } from "@/components/format/numbers";
import type { OrderDetail } from "@/lib/server/orders/queries/get-order";
import { deliverOrderAction } from "../../actions";
import { DeliveryPlan, type WantedDelivery } from "../delivery/delivery-plan";
import classes from "./dialogs.module.css";
import { RefusalAlert } from "./refusal-alert";

interface DeliveryDialogProps {
  order: OrderDetail;
  wanted: WantedDelivery[];
  onDone: () => void;
  onClose: () => void;
}

/** Confirms a partial execution: the contents of the sub-order, its price, and what is left. */
export function DeliveryDialog({ order: latest, wanted, onDone, onClose }: DeliveryDialogProps) {
  const [idempotencyKey] = useState(newKey);
  const done = useDone(onClose);
  const question = useQuestion({
    latest,
    seenOf: ({ shown, version, may }) => (may.deliver ? { ...shown.deliver, version } : null),
    what: "This order",
    send: deliverOrderAction,
    onDone: ({ subOrderCode }) => {
      onDone();
      done(`Sub-order ${subOrderCode} made`, { label: "Open", href: `/orders/${subOrderCode}` });
    },
  });
  const { subject: order, pending, failure } = question;
  // The ticked quantities stay, while what is left comes from the order as it was seen last.
  const rows = wanted.map(({ item, quantity }) => ({
    item: order.items.find(({ id }) => id === item.id) ?? item,
    quantity,
  }));
  const deliver = () =>
    question.answer(({ subject: { code }, ...was }) => ({
      code,
      ...was,
      items: wanted.map(({ item, quantity }) => ({ itemId: item.id, quantity })),
      idempotencyKey,
    }));

  return (
    <Dialog onClose={onClose} title="Order Delivery">
      <DialogForm
        verb="Order Delivery"
        pending={pending}
        notice={question.notice}
        onSubmit={deliver}
        onClose={onClose}
      >
        <p>This creates a sub-order, which you then execute separately.</p>
        <ul className={classes.made} aria-label="Products of the sub-order">
          {rows.map(({ item, quantity }) => (
            <li key={item.id}>
              <span>{item.description}</span>
              <span className="number">
                <Quantity value={quantity} /> of <Quantity value={item.remaining} />
              </span>
            </li>
          ))}
        </ul>
        <DeliveryPlan order={order} wanted={rows} />
        <RefusalAlert failure={failure} />
      </DialogForm>
    </Dialog>
  );
}
