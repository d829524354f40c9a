"use client";

import { type DataColumn, DataTable } from "@/components/data-table";
import { withParameters } from "@/components/data-table/url-state";
import { useUrlState } from "@/components/data-table/use-url-state";
import { EmptyState } from "@/components/feedback/empty-state";
import { useLocale } from "@/components/format/locale";
import { RelativeTime } from "@/components/format/relative-time";
import { Link } from "@/components/layout/link";
import { formatDate } from "@/lib/domain/format/format";
import type { AuditLogRow } from "@/lib/server/audit-log/queries/list-audit-log";
import type { Page } from "@/lib/server/kernel/keyset";
import { DateFilter } from "../../../_components/list/date-filter";
import classes from "./audit-log.module.css";
import { changeLines, eventLabel, kindOptions, subjectLabel } from "./words";

const columns: DataColumn<AuditLogRow>[] = [
  { id: "event", header: "What", cell: ({ kind }) => eventLabel(kind) },
  { id: "at", header: "When", sort: "at", cell: ({ at }) => <RelativeTime value={at} />, card: "aside" },
  {
    id: "actor",
    header: "Who",
    cell: ({ actor, actorId }) => (actorId ? <ByOne id={actorId} name={actor.name} /> : actor.name),
  },
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

/** Narrows the log to what one person or key did. */
function ByOne({ id, name }: { id: string; name: string }) {
  const { params } = useUrlState();
  return <Link href={`/setup/audit-log?${withParameters(params, { by: id })}`}>{name}</Link>;
}

interface AuditLogTableProps {
  page: Page<AuditLogRow>;
  by: string | undefined;
  from: string | undefined;
  to: string | undefined;
}

export function AuditLogTable({ page, by, from, to }: AuditLogTableProps) {
  const locale = useLocale();
  const day = (value: string | undefined) =>
    value ? [{ value, label: formatDate(value, "date", locale) }] : [];
  const who = page.rows.find(({ actorId }) => actorId === by)?.actor.name ?? "Somebody else";
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
      filters={[
        { name: "kind", label: "What", options: kindOptions },
        { name: "by", label: "Who", options: by ? [{ value: by, label: who }] : [], control: null },
        {
          name: "from",
          label: "From",
          options: day(from),
          control: <DateFilter label="When" from={from} to={to} />,
        },
        { name: "to", label: "To", options: day(to), control: null },
      ]}
      empty={<EmptyState title="Nothing has been recorded yet" />}
    />
  );
}
