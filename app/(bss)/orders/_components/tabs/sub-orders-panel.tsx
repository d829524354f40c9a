import table from "@/components/data-table/data-table.module.css";
import { EmptyState } from "@/components/feedback/empty-state";
import { Progress } from "@/components/feedback/progress";
import { Money } from "@/components/format/money";
import { RelativeTime } from "@/components/format/relative-time";
import { Link } from "@/components/layout/link";
import { StatusBadge } from "@/components/status/status-badge";
import { count } from "@/lib/domain/format/count";
import type { OrderDetail, TreePart } from "@/lib/server/orders/queries/get-order";
import type { StatusOption } from "@/lib/server/orders/queries/options";
import { CancelRemainder } from "./cancel-remainder";
import classes from "./sub-orders-panel.module.css";

/** Lists the primary's parts, each with how far it is, and offers to end what was executed only in parts. */
export function SubOrdersPanel({ order, statuses }: { order: OrderDetail; statuses: StatusOption[] }) {
  const { primary, subOrders, unitsLeft } = order.tree;
  const partly = order.items.some(({ executed }) => executed > 0);
  return (
    <>
      {order.may.cancel && partly && <CancelRemainder order={order} statuses={statuses} />}
      <div className={table.frame}>
        {subOrders.length === 0 ? (
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
              <PartRow part={primary} order={order} />
              {subOrders.map((subOrder) => (
                <PartRow key={subOrder.id} part={subOrder} order={order} />
              ))}
              {unitsLeft > 0 && (
                <tr>
                  <td data-card="title" colSpan={5} className={classes.left}>
                    <span>{count(unitsLeft, "unit")} not delivered yet</span>
                  </td>
                </tr>
              )}
            </tbody>
          </table>
        )}
      </div>
    </>
  );
}

/** Shows one order of the tree; sub-orders are indented under their primary. */
function PartRow({ part, order }: { part: TreePart; order: OrderDetail }) {
  const { code, orderDate, status, executedItems, items, total } = part;
  const here = code === order.code;
  return (
    <tr>
      <td data-card="title" className={here ? classes.primary : classes.part}>
        {here ? `${code}, this order` : <Link href={`/orders/${code}`}>{code}</Link>}
      </td>
      <td data-label="Made">
        <RelativeTime value={orderDate} />
      </td>
      <td data-card="aside">
        <StatusBadge label={status.description} color={status.color} />
      </td>
      <td data-label="Progress">
        {status.type !== "cancelled" && (
          <span className={classes.progress}>
            <Progress executed={executedItems} all={items} /> executed
          </span>
        )}
      </td>
      <td data-label="Total" data-align="end">
        <Money amount={total} currency={order.currency} />
      </td>
    </tr>
  );
}
