"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import table from "@/components/data-table/data-table.module.css";
import { Link } from "@/components/link";
import { MenuButton } from "@/components/menu-button";
import { Money } from "@/components/money";
import { wholeNumber } from "@/components/whole-number";
import { WholeNumberInput } from "@/components/whole-number-input";
import { gateLabels } from "@/lib/domain/order/gate-words";
import type { OrderDetail, OrderItemDetail } from "@/lib/server/orders/detail";
import { DeliveryPlan, type WantedDelivery } from "./delivery-plan";
import { DeliveryState } from "./delivery-state";
import classes from "./products-panel.module.css";
import { itemTypeLabels, perPeriod } from "./words";

const DeliveryDialog = dynamic(
  () => import("./dialogs/delivery-dialog").then((module) => module.DeliveryDialog),
  { ssr: false },
);

/** The items, how far each is, and which of them to deliver next. */
export function ProductsPanel({ order }: { order: OrderDetail }) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  /** Only what was typed; every other row offers what is left of it, also after the order has changed. */
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  /** As it was when it was asked for; what happens to the order meanwhile is for the command to judge. */
  const [asked, setAsked] = useState<{ order: OrderDetail; wanted: WantedDelivery[] } | null>(null);
  const [checked, setChecked] = useState(false);
  const open = order.may.deliver ? order.items.filter((item) => item.remaining > 0) : [];
  const chosen = open.filter((item) => selected.has(item.id));
  const quantityOf = (item: OrderItemDetail) => typed[item.id] ?? String(item.remaining);
  const problemOf = (item: OrderItemDetail) => {
    const quantity = wholeNumber(quantityOf(item));
    return quantity === null || quantity < 1 || quantity > item.remaining
      ? `Enter 1 to ${item.remaining}.`
      : null;
  };

  const wanted = chosen.some(problemOf)
    ? null
    : chosen.map((item) => ({ item, quantity: wholeNumber(quantityOf(item)) ?? 0 }));

  const select = (ids: string[], on: boolean) =>
    setSelected((before) => {
      const next = new Set(before);
      for (const id of ids) on ? next.add(id) : next.delete(id);
      return next;
    });
  const deliver = () => {
    setChecked(true);
    if (wanted) return setAsked({ order, wanted });
    document.getElementById(`deliver-${chosen.find(problemOf)?.id}`)?.focus();
  };
  const forget = () => {
    setSelected(new Set());
    setTyped({});
    setChecked(false);
  };

  return (
    <>
      {open.length > 0 && (
        <div className={classes.tools}>
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
      <div className={table.frame}>
        <table className={`${table.table} ${classes.items}`} aria-label="Products">
          <thead>
            <tr>
              {open.length > 0 && (
                <th scope="col" className={table.check}>
                  <input
                    type="checkbox"
                    className={table.checkbox}
                    aria-label="Select all products"
                    checked={chosen.length === open.length}
                    ref={(input) => {
                      if (input) input.indeterminate = chosen.length > 0 && chosen.length < open.length;
                    }}
                    onChange={(event) =>
                      select(
                        open.map(({ id }) => id),
                        event.currentTarget.checked,
                      )
                    }
                  />
                </th>
              )}
              <th scope="col">Product</th>
              <th scope="col">Delivery</th>
              <th scope="col" data-align="end">
                Unit price
              </th>
              <th scope="col" data-align="end">
                Quantity
              </th>
              <th scope="col" data-align="end">
                Total with tax
              </th>
              {open.length > 0 && (
                <th scope="col" data-align="end">
                  Quantity to deliver
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {order.items.map((item) => (
              <tr key={item.id} data-selected={selected.has(item.id) && item.remaining > 0}>
                {open.length > 0 && (
                  <td className={table.check}>
                    {item.remaining > 0 && (
                      <input
                        type="checkbox"
                        className={table.checkbox}
                        aria-label={`Select ${item.description}`}
                        checked={selected.has(item.id)}
                        onChange={(event) => select([item.id], event.currentTarget.checked)}
                      />
                    )}
                  </td>
                )}
                <td data-card="title" className={classes.product}>
                  <span>{item.description}</span>
                  <ItemNotes item={item} order={order} />
                </td>
                <td data-label="Delivery" className={classes.delivery}>
                  <DeliveryState item={item} />
                </td>
                <td data-label="Unit price" data-align="end">
                  <span>
                    <Money amount={item.unitPrice} currency={order.currency} />
                    <span className={classes.small}>
                      {perPeriod[item.billingPeriod]}
                      {Number(item.discountPercent) > 0 && `, −${item.discountPercent} %`}
                    </span>
                  </span>
                </td>
                <td data-label="Quantity" data-align="end" className="number">
                  {item.quantity}
                </td>
                <td data-label="Total with tax" data-align="end">
                  <Money amount={item.total} currency={order.currency} />
                </td>
                {open.length > 0 && (
                  <td data-label="Quantity to deliver" data-align="end" className={classes.quantity}>
                    {item.remaining > 0 && (
                      <WholeNumberInput
                        id={`deliver-${item.id}`}
                        aria-label="Quantity to deliver"
                        size="xs"
                        max={item.remaining}
                        value={quantityOf(item)}
                        error={(checked && selected.has(item.id) && problemOf(item)) || undefined}
                        onChange={(value) => {
                          setTyped((before) => ({ ...before, [item.id]: value }));
                          select([item.id], true);
                        }}
                      />
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {chosen.length > 0 && (
        <section className={classes.plan} aria-label="Partial execution">
          <h2>Partial execution</h2>
          {wanted ? (
            <DeliveryPlan order={order} wanted={wanted} />
          ) : (
            <p className={classes.small}>
              Enter quantities that are left to see what the sub-order comes to.
            </p>
          )}
        </section>
      )}
      {asked && <DeliveryDialog {...asked} onDone={forget} onClose={() => setAsked(null)} />}
    </>
  );
}

/** Under the product's name: what is special about this item. */
function ItemNotes({ item, order }: { item: OrderItemDetail; order: OrderDetail }) {
  const values = Object.entries(item.configuration).filter(([, value]) => value);
  const special = [
    item.itemType !== "new" && itemTypeLabels[item.itemType],
    item.nonAutomatic && gateLabels.non_automatic,
  ].filter((word) => word !== false);
  return (
    <>
      {special.length > 0 && <span className={classes.small}>{special.join(", ")}</span>}
      {values.map(([name, value]) => (
        <span key={name} className={classes.small}>
          {name}: {value}
        </span>
      ))}
      {item.missingConfiguration.length > 0 && item.remaining > 0 && (
        <span className={classes.missing}>
          Needs {item.missingConfiguration.join(", ")}
          {order.may.edit && (
            <>
              {" · "}
              <Link href={`/orders/${order.code}/edit`}>Fill in</Link>
            </>
          )}
        </span>
      )}
    </>
  );
}
