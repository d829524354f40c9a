"use client";

import { type DataColumn, DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/feedback/empty-state";
import { useLocale } from "@/components/format/locale";
import { RelativeTime } from "@/components/format/relative-time";
import { Link } from "@/components/layout/link";
import type { ImportRecord } from "@/lib/server/imports/queries/imports";
import type { Page } from "@/lib/server/kernel/keyset";
import { progressWords, stateLabel, subjectLabels } from "./words";

const columns: DataColumn<ImportRecord>[] = [
  {
    id: "file",
    header: "File",
    cell: ({ id, fileName }) => <Link href={`/setup/imports/${id}`}>{fileName}</Link>,
  },
  { id: "subject", header: "Holds", cell: ({ subject }) => subjectLabels[subject] },
  { id: "by", header: "Sent by", cell: ({ by }) => by, priority: "medium" },
  {
    id: "created",
    header: "Sent",
    sort: "created",
    cell: ({ createdAt }) => <RelativeTime value={createdAt} />,
  },
  { id: "result", header: "Result", cell: (record) => <Result record={record} />, priority: "low" },
  { id: "state", header: "State", cell: stateLabel, card: "aside" },
];

function Result({ record }: { record: ImportRecord }) {
  const { locale } = useLocale();
  return <span className="number">{progressWords(record, locale)}</span>;
}

export function ImportTable({ page }: { page: Page<ImportRecord> }) {
  return (
    <DataTable
      label="Imports"
      columns={columns}
      rows={page.rows}
      rowId={({ id }) => id}
      rowName={({ fileName }) => fileName}
      page={page}
      defaultSort="-created"
      empty={
        <EmptyState title="There is no import yet">
          Choose a file above. We check it first, and you decide whether to import it.
        </EmptyState>
      }
    />
  );
}
