"use client";

import { type DataColumn, DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/feedback/empty-state";
import { RelativeTime } from "@/components/format/relative-time";
import type { AuditLogRow } from "@/lib/server/audit-log/queries/list-audit-log";
import type { Page } from "@/lib/server/kernel/keyset";
import classes from "./audit-log.module.css";
import { changeLines, eventLabel, subjectLabel } from "./words";

const columns: DataColumn<AuditLogRow>[] = [
  { id: "event", header: "What", cell: ({ event }) => eventLabel(event) },
  { id: "at", header: "When", sort: "at", cell: ({ at }) => <RelativeTime value={at} />, card: "aside" },
  { id: "actor", header: "Who", cell: ({ actorName }) => actorName },
  { id: "subject", header: "Of", cell: ({ event, subject }) => subjectLabel(event, subject) },
  {
    id: "changes",
    header: "Changes",
    cell: ({ event, before, after }) => {
      const lines = changeLines(event, before, after);
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
      rowName={({ event, subject }) => `${eventLabel(event)} ${subjectLabel(event, subject)}`}
      search="Search by person or subject"
      empty={<EmptyState title="Nothing has been recorded yet" />}
    />
  );
}
