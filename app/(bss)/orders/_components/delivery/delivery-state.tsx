import { Link } from "@/components/layout/link";
import type { OrderItemDetail } from "@/lib/server/orders/queries/get-order";
import classes from "./delivery-state.module.css";

/** Shows how far an item is, in words and as a bar: "2 of 5 executed, 1 in 1042-1". */
export function DeliveryState({ item }: { item: OrderItemDetail }) {
  const { quantity, executed, cancelled, reversed, delivering } = item;
  const underWay = delivering.reduce((sum, delivery) => sum + delivery.quantity, 0);
  if ((quantity > 1 && executed + cancelled + reversed > 0) || underWay > 0) {
    return (
      <span className={classes.state}>
        <span className={classes.bar} aria-hidden="true">
          <span data-part="executed" style={{ width: `${(executed / quantity) * 100}%` }} />
          <span data-part="delivering" style={{ width: `${(underWay / quantity) * 100}%` }} />
          <span data-part="cancelled" style={{ width: `${((cancelled + reversed) / quantity) * 100}%` }} />
        </span>
        <span>
          {words(item)}
          {delivering.map((delivery, index) => (
            <span key={delivery.code}>
              {(index > 0 || words(item) !== "") && ", "}
              {delivery.quantity} in <Link href={`/orders/${delivery.code}`}>{delivery.code}</Link>
            </span>
          ))}
        </span>
      </span>
    );
  }
  return <>{words(item)}</>;
}

function words({ quantity, executed, cancelled, reversed, delivering }: OrderItemDetail): string {
  const parts = [
    executed === quantity ? "Executed" : executed > 0 ? `${executed} of ${quantity} executed` : "",
    reversed === quantity ? "Reversed" : reversed > 0 ? `${reversed} reversed` : "",
    cancelled === quantity ? "Canceled" : cancelled > 0 ? `${cancelled} canceled` : "",
  ].filter(Boolean);
  if (parts.length === 0 && delivering.length === 0) return "Not executed";
  return parts.join(", ");
}
