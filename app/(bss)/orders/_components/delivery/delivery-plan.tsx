import { Money } from "@/components/format/money";
import { splitDelivery } from "@/lib/domain/order/amounts/totals";
import { countPlaces } from "@/lib/domain/order/tree/places";
import { amount, formatAmount } from "@/lib/domain/values/money";
import type { OrderDetail, OrderItemDetail } from "@/lib/server/orders/queries/get-order";
import classes from "./delivery-plan.module.css";

export type WantedDelivery = { item: OrderItemDetail; quantity: number };

const rows = [
  ["net", "Net"],
  ["tax", "Tax"],
  ["finalPrice", "Total with tax"],
  ["monthlyRunRate", "Monthly run rate"],
] as const;

/** Shows what a sub-order of these units would cost, and what would be left to deliver after it. */
export function DeliveryPlan({ order, wanted }: { order: OrderDetail; wanted: readonly WantedDelivery[] }) {
  const { currency } = order;
  const lines = order.items.map((item) => ({
    item: pricedOf(item),
    left: item.left,
    wanted: wanted.find((each) => each.item.id === item.id)?.quantity ?? 0,
  }));
  const totals = splitDelivery(lines, currency);
  const units = {
    delivery: lines.reduce((sum, line) => sum + line.wanted, 0),
    left: lines.reduce((sum, line) => sum + countPlaces(line.left) - line.wanted, 0),
  };
  const sides = ["delivery", "left"] as const;
  return (
    <table className={classes.plan} aria-label="What the sub-order comes to">
      <thead>
        <tr>
          <td />
          <th scope="col">Sub-order</th>
          <th scope="col">Left to deliver</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">Units</th>
          {sides.map((side) => (
            <td key={side}>{units[side]}</td>
          ))}
        </tr>
        {rows.map(([key, label]) => (
          <tr key={key} data-strong={key === "finalPrice"}>
            <th scope="row">{label}</th>
            {sides.map((side) => (
              <td key={side}>
                <Money amount={formatAmount(totals[side][key], currency)} currency={currency} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function pricedOf(item: OrderItemDetail) {
  return {
    itemType: item.itemType,
    billingPeriod: item.billingPeriod,
    unitPrice: amount(item.unitPrice),
    unitCost: amount(0),
    discountPercent: amount(item.discountPercent),
    taxRate: amount(item.taxRate),
  };
}
