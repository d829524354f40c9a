import { Link } from "@/components/layout/link";
import { count } from "@/lib/domain/format/count";
import { formatNumber } from "@/lib/domain/format/format";
import { countOrders } from "@/lib/domain/order-status/list/list";
import type { StatusInfo } from "../rows";

/**
 * Links to the orders that use a status and counts them. Sub-orders are counted apart, since no list shows them by
 * themselves.
 */
export function OrdersOfStatus({ status }: { status: StatusInfo }) {
  const { id, description, subOrders } = status;
  const orders = status.orders - subOrders;
  const shown = formatNumber(orders, "en");
  return (
    <>
      {orders === 0 ? (
        shown
      ) : (
        <Link
          href={`/orders?status=${id}`}
          data-widget
          tabIndex={-1}
          aria-label={`${countOrders(orders)} ${description}`}
        >
          {shown}
        </Link>
      )}
      {subOrders > 0 && (
        <small title={count(subOrders, "sub-order uses it", "sub-orders use it")}>
          {" "}
          +{formatNumber(subOrders, "en")}
        </small>
      )}
    </>
  );
}
