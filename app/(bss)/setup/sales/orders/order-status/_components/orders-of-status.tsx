import { Link } from "@/components/layout/link";
import { formatNumber } from "@/lib/domain/format/format";
import type { StatusInfo } from "../rows";

/**
 * Links to the orders that use a status and counts them. Sub-orders are counted apart, since no list shows them by
 * themselves.
 */
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
