"use client";

import { useLocale } from "@/components/format/locale";
import { Link } from "@/components/layout/link";
import { StatusBadge } from "@/components/status/status-badge";
import { count } from "@/lib/domain/format/count";
import { formatNumber } from "@/lib/domain/format/format";
import type { StatusCount } from "@/lib/server/dashboard/queries/order-counts";
import classes from "./charts.module.css";
import { Panel } from "./panel";
import panelClasses from "./panel.module.css";

/** Shows the share of the most used statuses as bars in a table, so that it is read aloud as it is seen. */
export function OrdersByStatus({ statuses }: { statuses: StatusCount[] }) {
  const { locale } = useLocale();
  const { shown, others, ordersOfOthers } = mostUsed(statuses);
  const most = Math.max(1, ...shown.map(({ orders }) => orders));
  return (
    <Panel title="Orders by status" link={{ href: "/orders", label: "All orders" }}>
      <table className={classes.bars} aria-label="Orders by status">
        <thead className={panelClasses.hidden}>
          <tr>
            <th scope="col">Status</th>
            <th scope="col">Orders</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ statusId, description, color, orders }) => (
            <tr key={statusId}>
              <th scope="row">
                <Link href={`/orders?status=${statusId}`} prefetch={false} className={classes.status}>
                  <StatusBadge label={description} color={color} />
                </Link>
              </th>
              <td>
                <span className={classes.bar} aria-hidden="true">
                  <span style={{ width: `${(orders / most) * 100}%` }} data-some={orders > 0} />
                </span>
                <span className="number">{formatNumber(orders, locale)}</span>
              </td>
            </tr>
          ))}
        </tbody>
        {others > 0 && (
          <tfoot>
            <tr>
              <th scope="row">{count(others, "other status", "other statuses", locale)}</th>
              <td className={`number ${classes.others}`}>{formatNumber(ordersOfOthers, locale)}</td>
            </tr>
          </tfoot>
        )}
      </table>
    </Panel>
  );
}

const mostShown = 10;

/** Returns the statuses that most orders have, in the order of the list, and counts the other ones. */
export function mostUsed(statuses: readonly StatusCount[]) {
  const used = statuses.filter(({ active, orders }) => active || orders > 0);
  const most = new Set(used.toSorted((a, b) => b.orders - a.orders).slice(0, mostShown));
  const others = used.filter((status) => !most.has(status));
  return {
    shown: used.filter((status) => most.has(status)),
    others: others.length,
    ordersOfOthers: others.reduce((sum, { orders }) => sum + orders, 0),
  };
}
