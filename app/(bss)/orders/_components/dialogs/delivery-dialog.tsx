"use client";

import { Button, Group } from "@mantine/core";
import { useRef, useState } from "react";
import { Dialog } from "@/components/dialog";
import { newKey } from "@/components/new-key";
import { Quantity } from "@/components/numbers";
import { useAction } from "@/components/use-action";
import type { OrderDetail } from "@/lib/server/orders/detail";
import { deliverOrderAction } from "../../actions";
import { DeliveryPlan, type WantedDelivery } from "../delivery-plan";
import classes from "./dialogs.module.css";
import { RefusalAlert } from "./refusal-alert";
import { useDone } from "./use-done";

interface DeliveryDialogProps {
  order: OrderDetail;
  wanted: WantedDelivery[];
  onDone: () => void;
  onClose: () => void;
}

/** Confirms a partial execution: what goes into the sub-order, what it comes to, and what is left. */
export function DeliveryDialog({ order, wanted, onDone, onClose }: DeliveryDialogProps) {
  const { run, pending, failure } = useAction(deliverOrderAction);
  const [idempotencyKey] = useState(newKey);
  const sent = useRef(false);
  const done = useDone(onClose);
  const deliver = async () => {
    if (sent.current) return;
    sent.current = true;
    const items = wanted.map(({ item, quantity }) => ({ itemId: item.id, quantity }));
    const result = await run({ code: order.code, version: order.version, items, idempotencyKey });
    sent.current = result.ok;
    if (!result.ok) return;
    const { subOrderCode } = result.value;
    onDone();
    done(`Sub-order ${subOrderCode} made`, { label: "Open", href: `/orders/${subOrderCode}` });
  };

  return (
    <Dialog onClose={onClose} title="Order Delivery">
      <div className={classes.fields}>
        <p>A sub-order of these products is made, which is then executed by itself.</p>
        <ul className={classes.made} aria-label="Products of the sub-order">
          {wanted.map(({ item, quantity }) => (
            <li key={item.id}>
              <span>{item.description}</span>
              <span className="number">
                <Quantity value={quantity} /> of <Quantity value={item.remaining} />
              </span>
            </li>
          ))}
        </ul>
        <DeliveryPlan order={order} wanted={wanted} />
        <RefusalAlert failure={failure} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Back
          </Button>
          <Button loading={pending} onClick={deliver} data-autofocus>
            Order Delivery
          </Button>
        </Group>
      </div>
    </Dialog>
  );
}
