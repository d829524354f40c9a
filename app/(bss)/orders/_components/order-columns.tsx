"use client";

import type { DataColumn } from "@/components/data-table";
import { Link } from "@/components/link";
import { Money } from "@/components/money";
import { Progress } from "@/components/progress";
import { RelativeTime } from "@/components/relative-time";
import { StatusBadge } from "@/components/status-badge";
import { sourceLabels } from "@/lib/domain/order/source";
import type { OrderRow } from "@/lib/server/orders/list";

export const orderColumns: DataColumn<OrderRow>[] = [
  {
    id: "code",
    header: "Order",
    width: "7rem",
    cell: (order) => <Link href={`/orders/${order.code}`}>{order.code}</Link>,
  },
  { id: "account", header: "Account", cell: (order) => <span title={order.name}>{order.account.name}</span> },
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
    width: "9rem",
    cell: (order) => <RelativeTime value={order.orderDate} />,
  },
  {
    id: "status",
    header: "Status",
    width: "12rem",
    card: "aside",
    cell: (order) => <StatusBadge label={order.status.description} color={order.status.color} />,
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
    align: "end",
    width: "9rem",
    cell: (order) => <Money amount={order.total} currency={order.currency} />,
  },
];
