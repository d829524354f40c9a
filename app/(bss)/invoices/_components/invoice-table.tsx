"use client";

import { type DataColumn, type DataFilter, DataTable, unsorted } from "@/components/data-table";
import { EmptyState } from "@/components/feedback/empty-state";
import { DateText } from "@/components/format/date";
import { Money } from "@/components/format/money";
import { Link } from "@/components/layout/link";
import type { InvoiceRow } from "@/lib/server/billing/queries/invoices";
import type { Page } from "@/lib/server/kernel/keyset";
import { BillName } from "../../../_components/bill/bill-name";
import { DueDate } from "../../../_components/bill/due-date";

const columns: DataColumn<InvoiceRow>[] = [
  {
    id: "number",
    header: "Invoice",
    sort: "number",
    cell: ({ number, externalId }) => (
      <BillName href={`/invoices/${number}`} number={number} externalId={externalId} />
    ),
  },
  {
    id: "account",
    header: "Billed to",
    cell: ({ account }) => <Link href={`/accounts/${account.code}`}>{account.name}</Link>,
  },
  {
    id: "order",
    header: "Order",
    priority: "medium",
    cell: ({ orderCode }) => (orderCode ? <Link href={`/orders/${orderCode}`}>{orderCode}</Link> : "–"),
  },
  { id: "issued", header: "Issued", sort: "issued", cell: ({ issueDate }) => <DateText value={issueDate} /> },
  { id: "due", header: "Due", sort: "due", cell: (invoice) => <DueDate {...invoice} />, card: "hidden" },
  {
    id: "outstanding",
    header: "Outstanding",
    sort: "outstanding",
    align: "end",
    cell: ({ outstanding, currency }) => <Money amount={outstanding} currency={currency} />,
    card: "hidden",
  },
  {
    id: "total",
    header: "Total",
    sort: "total",
    align: "end",
    cell: ({ total, currency }) => <Money amount={total} currency={currency} />,
    card: "aside",
  },
];

const ownColumns = unsorted(columns.filter(({ id }) => id !== "account"));

const unpaid: DataFilter = {
  name: "unpaid",
  label: "Payment",
  options: [{ value: "true", label: "Unpaid" }],
};

interface InvoiceTableProps {
  page: Page<InvoiceRow>;
  filters?: DataFilter[];
  /** Names a short list on an account's page, which has no search and no pages. */
  part?: string;
}

export function InvoiceTable({ page, filters = [], part }: InvoiceTableProps) {
  return (
    <DataTable
      label={part ?? "Invoices"}
      columns={part ? ownColumns : columns}
      rows={page.rows}
      rowId={({ id }) => id}
      rowName={({ number }) => number}
      grows={part !== undefined}
      {...(!part && {
        page,
        defaultSort: "-number",
        search: "Search invoices",
        filters: [unpaid, ...filters],
      })}
      empty={
        part ? (
          <EmptyState title="Nothing is owed" />
        ) : (
          <EmptyState title="There is no invoice yet">
            An invoice is made when an <Link href="/orders">order</Link> is executed.
          </EmptyState>
        )
      }
    />
  );
}
