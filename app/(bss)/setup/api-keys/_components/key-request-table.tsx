"use client";

import { type DataColumn, DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/feedback/empty-state";
import { RelativeTime } from "@/components/format/relative-time";
import type { KeyRequestRow } from "@/lib/server/api-keys/queries/list-key-requests";
import type { Page } from "@/lib/server/kernel/keyset";

const columns: DataColumn<KeyRequestRow>[] = [
  { id: "request", header: "Request", cell: ({ method, path }) => `${method} ${path}` },
  { id: "at", header: "When", cell: ({ at }) => <RelativeTime value={at} /> },
  { id: "status", header: "Status", align: "end", cell: ({ status }) => status, card: "aside" },
  { id: "ms", header: "Time", align: "end", cell: ({ ms }) => `${ms} ms` },
  {
    id: "requestId",
    header: "Request ID",
    cell: ({ requestId }) => requestId,
    priority: "low",
    card: "hidden",
  },
];

export function KeyRequestTable({ page }: { page: Page<KeyRequestRow> }) {
  return (
    <DataTable
      label="Requests"
      columns={columns}
      rows={page.rows}
      rowId={({ id }) => id}
      rowName={({ method, path }) => `${method} ${path}`}
      grows
      {...((page.next || page.previous) && { page })}
      empty={<EmptyState title="This key has called nothing in the last 30 days" />}
    />
  );
}
