import { Money } from "@/components/format/money";
import { Link } from "@/components/layout/link";
import { StatusBadge } from "@/components/status/status-badge";
import { count } from "@/lib/domain/format/count";
import type { OrderDetail, TreePart } from "@/lib/server/orders/queries/get-order";
import classes from "./order-tree.module.css";

/**
 * Shows where a sub-order is among its primary and siblings. Nested lists tell screen readers what belongs to what and
 * how many there are, and the links' own tab stops walk through them.
 */
export function OrderTree({ order }: { order: OrderDetail }) {
  const { primary, subOrders, unitsLeft } = order.tree;
  const part = (each: TreePart) => <Part part={each} order={order} />;
  return (
    <nav className={classes.tree} aria-labelledby="order-tree">
      <h2 id="order-tree">Order and sub-orders</h2>
      <ul>
        <li>
          {part(primary)}
          <ul>
            {subOrders.map((subOrder) => (
              <li key={subOrder.id}>{part(subOrder)}</li>
            ))}
            {unitsLeft > 0 && <li className={classes.left}>{count(unitsLeft, "unit")} not delivered yet</li>}
          </ul>
        </li>
      </ul>
    </nav>
  );
}

function Part({ part, order }: { part: TreePart; order: OrderDetail }) {
  const { code, status, executedItems, items, total } = part;
  const here = code === order.code;
  return (
    <div className={classes.part} data-here={here}>
      <Link href={`/orders/${code}`} aria-current={here ? "page" : undefined}>
        {code}
      </Link>
      <StatusBadge label={status.description} color={status.color} />
      <span className={classes.facts}>
        {status.type !== "cancelled" && (
          <span className="number">
            {executedItems} of {items} executed
          </span>
        )}
        <Money amount={total} currency={order.currency} />
      </span>
    </div>
  );
}
