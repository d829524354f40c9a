"use client";

import { type DataColumn, type DataFilter, DataTable, unsorted } from "@/components/data-table";
import { EmptyState } from "@/components/feedback/empty-state";
import { DateText } from "@/components/format/date";
import { Money } from "@/components/format/money";
import { Link } from "@/components/layout/link";
import type { CreditNoteRow } from "@/lib/server/billing/queries/credit-notes";
import type { Page } from "@/lib/server/kernel/keyset";

const columns: DataColumn<CreditNoteRow>[] = [
  {
    id: "number",
    header: "Credit note",
    sort: "number",
    cell: ({ number }) => <Link href={`/invoices/credit-notes/${number}`}>{number}</Link>,
  },
  {
    id: "invoice",
    header: "Invoice",
    cell: ({ invoice }) => <Link href={`/invoices/${invoice}`}>{invoice}</Link>,
  },
  {
    id: "account",
    header: "Billed to",
    cell: ({ account }) => <Link href={`/accounts/${account.code}`}>{account.name}</Link>,
  },
  {
    id: "order",
    header: "Order",
    cell: ({ orderCode }) => <Link href={`/orders/${orderCode}`}>{orderCode}</Link>,
  },
  { id: "issued", header: "Issued", cell: ({ issueDate }) => <DateText value={issueDate} /> },
  {
    id: "total",
    header: "Total",
    align: "end",
    cell: ({ total, currency }) => <Money amount={total} currency={currency} />,
    card: "aside",
  },
];

const ownColumns = unsorted(columns.filter(({ id }) => id !== "account"));

interface CreditNoteTableProps {
  page: Page<CreditNoteRow>;
  filters?: DataFilter[];
  /** Names a short list on an account's page, which has no pages. */
  part?: string;
}

export function CreditNoteTable({ page, filters = [], part }: CreditNoteTableProps) {
  return (
    <DataTable
      label={part ?? "Credit notes"}
      columns={part ? ownColumns : columns}
      rows={page.rows}
      rowId={({ id }) => id}
      rowName={({ number }) => number}
      grows={part !== undefined}
      {...(!part && { page, filters, defaultSort: "-number" })}
      empty={
        <EmptyState title="There is no credit note yet">
          A credit note is made when the execution of an <Link href="/orders">order</Link> is reversed.
        </EmptyState>
      }
    />
  );
}
