"use client";

import { Link } from "@/components/link";
import { useLocale } from "@/components/locale";
import { StatusBadge } from "@/components/status-badge";
import { formatNumber } from "@/lib/domain/format/format";
import type { StatusCount } from "@/lib/server/dashboard/order-counts";
import classes from "./charts.module.css";
import { Panel } from "./panel";
import panelClasses from "./panel.module.css";

/** The share of each status, as bars in a table, so that it is read aloud as it is seen. */
export function OrdersByStatus({ statuses }: { statuses: StatusCount[] }) {
  const { locale } = useLocale();
  const shown = statuses.filter(({ active, orders }) => active || orders > 0);
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
      </table>
    </Panel>
  );
}
