"use client";

import { type DataColumn, type DataFilter, DataTable } from "@/components/data-table";
import { Link } from "@/components/layout/link";
import type { BulkResult } from "@/lib/server/bulk/queries/bulk-runs";
import type { Page } from "@/lib/server/kernel/keyset";
import classes from "./bulk.module.css";
import { outcomeLabels } from "./words";

const columns: DataColumn<BulkResult>[] = [
  {
    id: "order",
    header: "Order",
    width: "7rem",
    cell: ({ code }) => (
      <Link href={`/orders/${code}`} prefetch={false}>
        {code}
      </Link>
    ),
  },
  { id: "account", header: "Account", width: "16rem", cell: ({ account }) => account },
  {
    id: "result",
    header: "Result",
    width: "7rem",
    card: "aside",
    cell: ({ outcome }) => (
      <span className={classes.outcome} data-outcome={outcome}>
        {outcomeLabels[outcome]}
      </span>
    ),
  },
  {
    id: "reason",
    header: "Reason",
    cell: ({ message }) => message && <span className={classes.reason}>{message}</span>,
  },
];

const filters: DataFilter[] = [
  {
    name: "result",
    label: "Result",
    options: (["done", "refused", "failed", "waiting"] as const).map((value) => ({
      value,
      label: outcomeLabels[value],
    })),
  },
];

export function BulkResultTable({ page }: { page: Page<BulkResult> }) {
  return (
    <DataTable
      label="Results"
      columns={columns}
      rows={page.rows}
      rowId={({ position }) => String(position)}
      rowName={({ code }) => code}
      page={page}
      filters={filters}
      empty={null}
    />
  );
}
