"use client";

import { type DataColumn, type DataFilter, DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/feedback/empty-state";
import { Money } from "@/components/format/money";
import { Link } from "@/components/layout/link";
import { billingPeriodLabels, productTypeLabels, productTypes } from "@/lib/domain/product";
import type { Page } from "@/lib/server/kernel/keyset";
import type { ProductRow } from "@/lib/server/products/queries/products";
import { activeColumn, activeFilter } from "../../_components/list/active";

const columns: DataColumn<ProductRow>[] = [
  {
    id: "name",
    header: "Product",
    sort: "name",
    cell: ({ code, name }) => <Link href={`/products/${code}`}>{name}</Link>,
  },
  { id: "code", header: "Code", sort: "code", cell: ({ code }) => code, card: "aside" },
  { id: "type", header: "Type", cell: ({ type }) => productTypeLabels[type] },
  {
    id: "executed",
    header: "Executed by",
    priority: "medium",
    cell: ({ nonAutomatic }) => (nonAutomatic ? "A BSS user" : "Automatic"),
    card: "hidden",
  },
  activeColumn,
  { id: "period", header: "Billed", cell: ({ billingPeriod }) => billingPeriodLabels[billingPeriod] },
  {
    id: "price",
    header: "Price",
    sort: "price",
    align: "end",
    cell: ({ price, currency }) => <Money amount={price} currency={currency} />,
  },
];

const filters: DataFilter[] = [
  {
    name: "type",
    label: "Type",
    options: productTypes.map((value) => ({ value, label: productTypeLabels[value] })),
  },
  activeFilter,
];

export function ProductTable({ page, mayCreate }: { page: Page<ProductRow>; mayCreate: boolean }) {
  return (
    <DataTable
      label="Products"
      defaultSort="name"
      columns={columns}
      rows={page.rows}
      page={page}
      rowId={({ id }) => id}
      rowName={({ name }) => name}
      search="Search products"
      filters={filters}
      empty={
        <EmptyState
          title="There is no product yet"
          action={mayCreate && <Link href="/products/new">New product</Link>}
        >
          Products are what orders are made of.{mayCreate ? "" : " Your administrator adds them."}
        </EmptyState>
      }
    />
  );
}
