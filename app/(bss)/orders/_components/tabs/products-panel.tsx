"use client";

import dynamic from "next/dynamic";
import { useEffect, useRef, useState } from "react";
import { MenuButton } from "@/components/layout/menu-button";
import type { OrderDetail } from "@/lib/server/orders/queries/get-order";
import { DeliveryGrid } from "../delivery/delivery-grid";
import type { WantedDelivery } from "../delivery/delivery-plan";
import { useDeliveryRows } from "../delivery/use-delivery-rows";
import classes from "./products-panel.module.css";

const DeliveryDialog = dynamic(
  () => import("../dialogs/delivery-dialog").then((module) => module.DeliveryDialog),
  { ssr: false },
);

const DeliveryPlan = dynamic(
  () => import("../delivery/delivery-plan").then((module) => module.DeliveryPlan),
  {
    ssr: false,
  },
);

/** Shows the items, how far each is, and which of them to deliver next. */
export function ProductsPanel({ order }: { order: OrderDetail }) {
  const { rows, chosen, problems, wanted, change, selectAll, forget } = useDeliveryRows(order.items);
  /** Holds what was ticked when the dialog was opened. The dialog follows the order, and says what changed. */
  const [asked, setAsked] = useState<WantedDelivery[] | null>(null);
  /** Counts how often Order Delivery was pressed in vain; the problems show from then on. */
  const [refused, setRefused] = useState(0);
  const panel = useRef<HTMLDivElement>(null);
  const left = order.may.deliver ? order.items.filter((item) => item.remaining > 0).length : 0;

  useEffect(() => {
    if (refused > 0) panel.current?.querySelector<HTMLElement>("input[aria-invalid='true']")?.focus();
  }, [refused]);

  const deliver = () => {
    if (wanted) setAsked(wanted);
    else setRefused((times) => times + 1);
  };
  const done = () => {
    forget();
    setRefused(0);
  };

  return (
    <div ref={panel}>
      {left > 0 && (
        <div className={classes.tools}>
          <label className={classes.all}>
            <input
              type="checkbox"
              aria-label="Select all products"
              checked={chosen.length === left}
              ref={(input) => {
                if (input) input.indeterminate = chosen.length > 0 && chosen.length < left;
              }}
              onChange={(event) => selectAll(event.currentTarget.checked)}
            />
            <span aria-hidden="true">Select all</span>
          </label>
          <span role="status">{chosen.length > 0 && `${chosen.length} selected`}</span>
          <MenuButton
            label="Actions"
            align="end"
            note={chosen.length === 0 ? "Select products first" : null}
            items={[
              {
                label: "Order Delivery",
                run: deliver,
                refusal: chosen.length === 0 ? "Delivers the selected products as a sub-order." : null,
              },
            ]}
          />
        </div>
      )}
      <DeliveryGrid
        order={order}
        open={left > 0}
        rows={rows}
        problems={refused > 0 ? problems : none}
        onChange={change}
      />
      {chosen.length > 0 && (
        <section className={classes.plan} aria-label="Partial execution">
          <h2>Partial execution</h2>
          {wanted ? (
            <DeliveryPlan order={order} wanted={wanted} />
          ) : (
            <p className={classes.hint}>Enter quantities that are left to see what the sub-order comes to.</p>
          )}
        </section>
      )}
      {asked && <DeliveryDialog order={order} wanted={asked} onDone={done} onClose={() => setAsked(null)} />}
    </div>
  );
}

const none = {};
