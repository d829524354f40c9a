"use client";

import { Button, Group } from "@mantine/core";
import { useRef } from "react";
import { Money } from "@/components/money";
import { useAction } from "@/components/use-action";
import { amount, formatAmount } from "@/lib/domain/money";
import { orderTotals } from "@/lib/domain/order/totals";
import type { OrderDetail, OrderItemDetail } from "@/lib/server/orders/detail";
import { deliverOrderAction } from "../../actions";
import { count } from "../words";
import { Dialog } from "./dialog";
import classes from "./dialogs.module.css";
import { RefusalAlert } from "./refusal-alert";
import { useDone } from "./use-done";

export type WantedDelivery = { item: OrderItemDetail; quantity: number };

interface DeliveryDialogProps {
  order: OrderDetail;
  wanted: WantedDelivery[];
  onDone: () => void;
  onClose: () => void;
}

/** Confirms a partial execution: what goes into the sub-order, its total, and what is left. */
export function DeliveryDialog({ order, wanted, onDone, onClose }: DeliveryDialogProps) {
  const { run, pending, failure } = useAction(deliverOrderAction);
  const sent = useRef(false);
  const done = useDone(onClose);
  const { finalPrice } = orderTotals(
    wanted.map(({ item, quantity }) => ({
      ...item,
      unitPrice: amount(item.unitPrice),
      unitCost: amount(0),
      discountPercent: amount(item.discountPercent),
      taxRate: amount(item.taxRate),
      quantity,
      cancelledQuantity: 0,
    })),
    order.currency,
  );
  const units = (items: readonly OrderItemDetail[]) => items.reduce((sum, item) => sum + item.remaining, 0);
  const left = units(order.items) - wanted.reduce((sum, { quantity }) => sum + quantity, 0);

  const deliver = async () => {
    if (sent.current) return;
    sent.current = true;
    const items = wanted.map(({ item, quantity }) => ({ itemId: item.id, quantity }));
    const result = await run({ code: order.code, items });
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
                {quantity} of {item.remaining}
              </span>
            </li>
          ))}
          <li>
            <span>Total of the sub-order, with tax</span>
            <strong>
              <Money amount={formatAmount(finalPrice, order.currency)} currency={order.currency} />
            </strong>
          </li>
        </ul>
        <p className={classes.hint}>
          {left === 0
            ? "Nothing is left to deliver after it."
            : `${count(left, "unit")} of order ${order.code} ${left === 1 ? "is" : "are"} left to deliver after it.`}
        </p>
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
