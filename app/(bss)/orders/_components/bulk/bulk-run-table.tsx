"use client";

import { type DataColumn, DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/feedback/empty-state";
import { RelativeTime } from "@/components/format/relative-time";
import { Link } from "@/components/layout/link";
import type { BulkRunRow } from "@/lib/server/bulk/queries/bulk-runs";
import type { Page } from "@/lib/server/kernel/keyset";
import { RunDetails } from "./run-details";
import { progressWords, runTitle, stateLabels } from "./words";

const columns: DataColumn<BulkRunRow>[] = [
  { id: "run", header: "Run", cell: (run) => <Link href={`/orders/bulk/${run.id}`}>{runTitle(run)}</Link> },
  { id: "details", header: "Details", cell: (run) => <RunDetails run={run} /> },
  { id: "by", header: "Started by", cell: ({ startedBy }) => startedBy },
  {
    id: "started",
    header: "Started",
    sort: "started",
    cell: ({ startedAt }) => <RelativeTime value={startedAt} />,
  },
  { id: "result", header: "Result", cell: (run) => <span className="number">{progressWords(run)}</span> },
  { id: "state", header: "State", card: "aside", cell: ({ state }) => stateLabels[state] },
];

export function BulkRunTable({ page }: { page: Page<BulkRunRow> }) {
  return (
    <DataTable
      label="Bulk runs"
      columns={columns}
      rows={page.rows}
      rowId={({ id }) => id}
      rowName={runTitle}
      page={page}
      defaultSort="-started"
      empty={
        <EmptyState title="There is no bulk run yet">
          Select <Link href="/orders">orders</Link> and choose an action. The system carries it out in the
          background, and you find the result of each order here.
        </EmptyState>
      }
    />
  );
}
