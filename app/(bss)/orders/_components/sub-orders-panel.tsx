import table from "@/components/data-table/data-table.module.css";
import { EmptyState } from "@/components/empty-state";
import { Link } from "@/components/link";
import { Money } from "@/components/money";
import { RelativeTime } from "@/components/relative-time";
import { StatusBadge } from "@/components/status-badge";
import type { OrderDetail } from "@/lib/server/orders/detail";
import { Progress } from "./progress";

export function SubOrdersPanel({ order }: { order: OrderDetail }) {
  return (
    <div className={table.frame}>
      {order.subOrders.length === 0 ? (
        <EmptyState title="No sub-orders yet">
          {order.may.deliver
            ? "To execute only a part, select products in Products and choose Order Delivery from Actions."
            : "The order was never delivered in parts."}
        </EmptyState>
      ) : (
        <table className={table.table} aria-label="Sub-orders">
          <thead>
            <tr>
              <th scope="col">Order</th>
              <th scope="col">Made</th>
              <th scope="col">Status</th>
              <th scope="col">Progress</th>
              <th scope="col" data-align="end">
                Total
              </th>
            </tr>
          </thead>
          <tbody>
            {order.subOrders.map((subOrder) => (
              <tr key={subOrder.id}>
                <td data-card="title">
                  <Link href={`/orders/${subOrder.code}`}>{subOrder.code}</Link>
                </td>
                <td data-label="Made">
                  <RelativeTime value={subOrder.orderDate} />
                </td>
                <td data-card="aside">
                  <StatusBadge label={subOrder.status.description} color={subOrder.status.color} />
                </td>
                <td data-label="Progress">
                  {subOrder.status.type !== "cancelled" && (
                    <Progress executed={subOrder.executedItems} all={subOrder.items} />
                  )}
                </td>
                <td data-label="Total" data-align="end">
                  <Money amount={subOrder.total} currency={order.currency} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
