import { Link } from "@/components/layout/link";
import { formatNumber } from "@/lib/domain/format/format";
import type { StatusInfo } from "../rows";

/** How many orders use a status, as a link to them; sub-orders, which no list shows by themselves, are told apart. */
export function OrdersOfStatus({ status }: { status: StatusInfo }) {
  const { id, description, subOrders } = status;
  const orders = status.orders - subOrders;
  const count = formatNumber(orders, "en");
  return (
    <>
      {orders === 0 ? (
        count
      ) : (
        <Link
          href={`/orders?status=${id}`}
          data-widget
          tabIndex={-1}
          aria-label={`${count} ${orders === 1 ? "order uses" : "orders use"} ${description}`}
        >
          {count}
        </Link>
      )}
      {subOrders > 0 && (
        <small title={subOrders === 1 ? "1 sub-order uses it" : `${subOrders} sub-orders use it`}>
          {" "}
          +{formatNumber(subOrders, "en")}
        </small>
      )}
    </>
  );
}
