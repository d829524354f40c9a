"use client";

import type { DataColumn } from "@/components/data-table";
import { Progress } from "@/components/feedback/progress";
import { DateText } from "@/components/format/date";
import { Money } from "@/components/format/money";
import { RelativeTime } from "@/components/format/relative-time";
import { Link } from "@/components/layout/link";
import { StatusBadge } from "@/components/status/status-badge";
import { sourceLabels } from "@/lib/domain/order/tree/source";
import type { OrderRow } from "@/lib/server/orders/queries/list-orders";
import classes from "./order-columns.module.css";

/** Shows the name of an order beside its account, unless it says only what code and account say. */
function AccountAndName({ order: { code, name, account } }: { order: OrderRow }) {
  const own = name !== `${account.name} ${code}`;
  return (
    <span title={own ? `${account.name}: ${name}` : account.name}>
      {account.name}
      {own && <span className={classes.name}> {name}</span>}
    </span>
  );
}

export const orderColumns: DataColumn<OrderRow>[] = [
  {
    id: "code",
    header: "Order",
    sort: "number",
    width: "7rem",
    cell: (order) => <Link href={`/orders/${order.code}`}>{order.code}</Link>,
  },
  { id: "account", header: "Account", cell: (order) => <AccountAndName order={order} /> },
  {
    id: "source",
    header: "Source",
    width: "7rem",
    priority: "medium",
    cell: (order) => sourceLabels[order.source],
  },
  {
    id: "orderDate",
    header: "Order date",
    sort: "date",
    width: "9rem",
    cell: (order) => <RelativeTime value={order.orderDate} />,
  },
  {
    id: "status",
    header: "Status",
    sort: "status",
    width: "12rem",
    card: "aside",
    cell: (order) => (
      <>
        <StatusBadge label={order.status.description} color={order.status.color} />
        {order.executionDay && (
          <span className={classes.day}>
            {" "}
            <DateText value={order.executionDay} />
          </span>
        )}
      </>
    ),
  },
  {
    id: "progress",
    header: "Progress",
    width: "8rem",
    priority: "medium",
    cell: (order) =>
      order.type === "cancelled" ? null : <Progress executed={order.executedItems} all={order.items} />,
  },
  {
    id: "total",
    header: "Total",
    sort: "total",
    align: "end",
    width: "9rem",
    cell: (order) => <Money amount={order.total} currency={order.currency} />,
  },
];
