"use client";

import { type DataColumn, DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/feedback/empty-state";
import { RelativeTime } from "@/components/format/relative-time";
import type { AuditLogRow } from "@/lib/server/audit-log/queries/list-audit-log";
import type { Page } from "@/lib/server/kernel/keyset";
import classes from "./audit-log.module.css";
import { changeLines, eventLabel, subjectLabel } from "./words";

const columns: DataColumn<AuditLogRow>[] = [
  { id: "event", header: "What", cell: ({ kind }) => eventLabel(kind) },
  { id: "at", header: "When", sort: "at", cell: ({ at }) => <RelativeTime value={at} />, card: "aside" },
  { id: "actor", header: "Who", cell: ({ actor }) => actor.name },
  { id: "subject", header: "Of", cell: ({ kind, subject }) => subjectLabel(kind, subject) },
  {
    id: "changes",
    header: "Changes",
    cell: (row) => {
      const lines = changeLines(row);
      if (lines.length === 0) return "–";
      return (
        <ul className={classes.changes}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      );
    },
  },
];

export function AuditLogTable({ page }: { page: Page<AuditLogRow> }) {
  return (
    <DataTable
      label="Audit log"
      columns={columns}
      rows={page.rows}
      page={page}
      defaultSort="-at"
      rowId={({ id }) => id}
      rowName={({ kind, subject }) => `${eventLabel(kind)} ${subjectLabel(kind, subject)}`}
      search="Search by person or subject"
      empty={<EmptyState title="Nothing has been recorded yet" />}
    />
  );
}
