import { Link } from "@/components/layout/link";
import { isDraft } from "@/lib/domain/order-status/combination";
import type { OrderDetail } from "@/lib/server/orders/queries/get-order";
import classes from "./order-page.module.css";

/** Tells below the code the order's name, and the order that it is a part of. */
export function OrderMeta({ order }: { order: OrderDetail }) {
  return (
    <>
      <span className={classes.name}>{order.name}</span>
      {isDraft(order.status) && <span>This is the customer's basket. Only the customer can change it.</span>}
      {order.movedIn && (
        <span>
          Moved in from another system, which {order.executedAt ? "executed" : "canceled"} it. Its invoices
          and services are there.
        </span>
      )}
      {!order.isPrimary && (
        <span>
          Sub-order of <Link href={`/orders/${order.primaryCode}`}>{order.primaryCode}</Link>
        </span>
      )}
    </>
  );
}
