"use client";

import { type DataColumn, type DataFilter, DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/feedback/empty-state";
import { Money } from "@/components/format/money";
import { Link } from "@/components/layout/link";
import type { AccountRow } from "@/lib/server/accounts/queries/accounts";
import type { Page } from "@/lib/server/kernel/keyset";
import { activeColumn, activeFilter } from "../../_components/list/active";
import { Credit } from "./credit";

const columns: DataColumn<AccountRow>[] = [
  {
    id: "name",
    header: "Account",
    sort: "name",
    cell: ({ code, name }) => <Link href={`/accounts/${code}`}>{name}</Link>,
  },
  { id: "code", header: "Code", sort: "code", cell: ({ code }) => code, card: "aside" },
  {
    id: "country",
    header: "Country",
    priority: "medium",
    cell: ({ country }) => country ?? "–",
    card: "hidden",
  },
  activeColumn,
  { id: "limit", header: "Credit limit", align: "end", cell: (row) => <Credit {...row} of="creditLimit" /> },
  {
    id: "outstanding",
    header: "Outstanding",
    align: "end",
    cell: ({ outstanding, currency }) => <Money amount={outstanding} currency={currency} />,
  },
  { id: "available", header: "Available", align: "end", cell: (row) => <Credit {...row} of="available" /> },
];

const filters: DataFilter[] = [activeFilter];

export function AccountTable({ page, mayCreate }: { page: Page<AccountRow>; mayCreate: boolean }) {
  return (
    <DataTable
      label="Accounts"
      defaultSort="name"
      columns={columns}
      rows={page.rows}
      page={page}
      rowId={({ id }) => id}
      rowName={({ name }) => name}
      search="Search accounts"
      filters={filters}
      empty={
        <EmptyState
          title="There is no account yet"
          action={mayCreate && <Link href="/accounts/new">New account</Link>}
        >
          An account gets the services and the invoices. Every order needs one.
        </EmptyState>
      }
    />
  );
}
