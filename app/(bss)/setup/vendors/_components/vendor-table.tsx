"use client";

import { type DataColumn, DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/feedback/empty-state";
import { Link } from "@/components/layout/link";
import type { Page } from "@/lib/server/kernel/keyset";
import type { VendorRow } from "@/lib/server/vendors/queries/vendors";

const columns: DataColumn<VendorRow>[] = [
  { id: "name", header: "Vendor", cell: ({ id, name }) => <Link href={`/setup/vendors/${id}`}>{name}</Link> },
  { id: "endpoint", header: "Address", cell: ({ endpoint }) => new URL(endpoint).host },
  {
    id: "preCheck",
    header: "Asked before execution",
    cell: ({ preCheck }) => (preCheck ? "Yes" : "No"),
  },
  { id: "products", header: "Products", align: "end", cell: ({ products }) => products, card: "aside" },
];

export function VendorTable({ page }: { page: Page<VendorRow> }) {
  return (
    <DataTable
      label="Vendors"
      columns={columns}
      rows={page.rows}
      page={page}
      rowId={({ id }) => id}
      rowName={({ name }) => name}
      search="Search vendors"
      empty={
        <EmptyState title="There is no vendor yet" action={<Link href="/setup/vendors/new">New vendor</Link>}>
          A vendor sets up your products. We call it over the network when an order is executed.
        </EmptyState>
      }
    />
  );
}
