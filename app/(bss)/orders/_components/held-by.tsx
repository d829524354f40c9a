import { IconAlertTriangle } from "@tabler/icons-react";
import { Link } from "@/components/link";
import { RelativeTime } from "@/components/relative-time";
import { describeGate, type Gate } from "@/lib/domain/order/gates";
import type { OrderDetail } from "@/lib/server/orders/detail";
import classes from "./held-by.module.css";

/** Why the order is not executed: each gate with what is missing and the way out. Nothing when nothing holds it. */
export function HeldBy({ order }: { order: OrderDetail }) {
  if (order.heldBy.length === 0) return null;
  return (
    <section className={classes.ribbon} aria-label="Why not executed">
      <div className={classes.head}>
        <IconAlertTriangle size={16} aria-hidden="true" />
        <h2>Why not executed</h2>
        {order.lastRefusalAt && (
          <span className={classes.refused}>
            Last refused <RelativeTime value={order.lastRefusalAt} />
          </span>
        )}
      </div>
      <ul>
        {order.heldBy.map((gate) => {
          const { label, sentence, wayOut } = describeGate(gate);
          return (
            <li key={gate.gate}>
              <b>{label}</b>
              <span>
                {sentence} <span className={classes.wayOut}>{wayOut}</span>{" "}
                <WayOut gate={gate} order={order} />
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Where the gate is cleared, for those who may. */
function WayOut({ gate, order }: { gate: Gate; order: OrderDetail }) {
  const { clearedAt } = describeGate(gate);
  if (clearedAt.place === "account") {
    return <Link href={`/accounts/${order.billingTo.code}`}>Open {order.billingTo.name}</Link>;
  }
  if (clearedAt.place === "reseller" && clearedAt.id) {
    return <Link href={`/accounts/${clearedAt.id}`}>Open the reseller</Link>;
  }
  if (gate.gate === "configuration" && order.may.edit) {
    return <Link href={`/orders/${order.code}/edit`}>Fill in the values</Link>;
  }
  if (gate.gate === "subscription" && order.may.edit) {
    return <Link href={`/orders/${order.code}/edit`}>Change the order</Link>;
  }
  if (gate.gate === "vendor" && order.may.edit && gate.vendors.some(({ answered }) => answered)) {
    return <Link href={`/orders/${order.code}/edit`}>Change the order</Link>;
  }
  return null;
}
