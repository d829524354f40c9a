import { DateText } from "@/components/format/date";
import { Link } from "@/components/layout/link";
import type { JustOrderedRow } from "@/lib/server/storefront/orders/queries/just-ordered";
import classes from "./order-page.module.css";

/** Leads customers to what became of their basket, in case they never heard that it was ordered. */
export function JustOrdered({ order }: { order: JustOrderedRow | null }) {
  if (!order) return null;
  return (
    <p role="status" className={classes.thanks}>
      You placed order {order.code} on <DateText value={order.orderDate} withTime />.{" "}
      <Link href={`/storefront/billing/orders/${order.code}`}>Open order {order.code}</Link>
    </p>
  );
}
