"use client";

import { IconBan, IconPlayerPlay, IconTag } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { type DataFilter, DataTable, type RowSelection } from "@/components/data-table";
import { EmptyState } from "@/components/feedback/empty-state";
import { useLocale } from "@/components/format/locale";
import { useMay } from "@/components/layout/current-user";
import { LinkButton } from "@/components/layout/link-button";
import { formatDate } from "@/lib/domain/format/format";
import type { ListOrdersInput } from "@/lib/schemas/order-list";
import type { OrderPage, OrderRow } from "@/lib/server/orders/queries/list-orders";
import type { StatusOption } from "@/lib/server/orders/queries/options";
import { DateFilter } from "../../../_components/list/date-filter";
import type { BulkJob } from "../bulk/bulk-dialog";
import { AccountFilter } from "./list-filters";
import { orderColumns } from "./order-columns";

const BulkDialog = dynamic(() => import("../bulk/bulk-dialog").then((module) => module.BulkDialog), {
  ssr: false,
});

interface OrderTableProps {
  page: OrderPage;
  total: number | undefined;
  statuses: StatusOption[];
  /** Is what the page was asked for. */
  matching: ListOrdersInput;
  filters: {
    statuses: { value: string; label: string }[];
    account: { id: string; name: string } | null;
    from: string | undefined;
    to: string | undefined;
  };
}

export function OrderTable({ page, total, statuses, matching, filters }: OrderTableProps) {
  const mayWrite = useMay("order:execute");
  const mayCreate = useMay("order:create");
  const [job, setJob] = useState<BulkJob | null>(null);

  const start =
    (action: BulkJob["action"]) =>
    ({ rows, everything, clear }: RowSelection<OrderRow>) =>
      setJob({
        action,
        selection: everything ? { filter: matching } : { orderIds: rows.map(({ id }) => id) },
        done: clear,
      });
  const actions = [
    { label: "Execute", icon: <IconPlayerPlay size={16} />, run: start("execute") },
    { label: "Set status", icon: <IconTag size={16} />, run: start("set_status") },
    { label: "Cancel", icon: <IconBan size={16} />, danger: true, run: start("cancel") },
  ];

  return (
    <>
      <DataTable
        label="Orders"
        columns={orderColumns}
        rows={page.rows}
        rowId={(order) => order.id}
        rowName={(order) => order.code}
        page={{ next: page.next, previous: page.previous }}
        total={total}
        noun="order"
        defaultSort="-date"
        search="Search orders"
        filters={useFilters(filters)}
        actions={mayWrite ? actions : []}
        selectsEverything
        empty={
          <EmptyState
            title="No orders yet"
            action={mayCreate && <LinkButton href="/orders/new">New order</LinkButton>}
          >
            Orders that are made here, or that customers place in the Storefront, appear in this list.
          </EmptyState>
        }
      />
      {job && <BulkDialog job={job} statuses={statuses} onClose={() => setJob(null)} />}
    </>
  );
}

function useFilters({ statuses, account, from, to }: OrderTableProps["filters"]): DataFilter[] {
  const locale = useLocale();
  const day = (value: string | undefined) =>
    value ? [{ value, label: formatDate(value, "date", locale) }] : [];
  return [
    { name: "status", label: "Status", multiple: true, options: statuses },
    {
      name: "account",
      label: "Account",
      options: account ? [{ value: account.id, label: account.name }] : [],
      control: <AccountFilter />,
    },
    {
      name: "source",
      label: "Source",
      options: [
        { value: "bss", label: "BSS" },
        { value: "storefront", label: "Storefront" },
      ],
    },
    {
      name: "unexecuted",
      label: "Execution",
      options: [{ value: "true", label: "Not executed" }],
    },
    {
      name: "from",
      label: "From",
      options: day(from),
      control: <DateFilter label="Order date" from={from} to={to} />,
    },
    { name: "to", label: "To", options: day(to), control: null },
  ];
}
