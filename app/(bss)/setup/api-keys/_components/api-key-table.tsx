"use client";

import { type DataColumn, DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/feedback/empty-state";
import { DateText } from "@/components/format/date";
import { RelativeTime } from "@/components/format/relative-time";
import { Link } from "@/components/layout/link";
import { roleLabels } from "@/lib/domain/permissions";
import type { ApiKeyRow } from "@/lib/server/api-keys/queries/api-keys";
import type { Page } from "@/lib/server/kernel/keyset";
import { keyStateLabels } from "./words";

const columns: DataColumn<ApiKeyRow>[] = [
  { id: "name", header: "Name", cell: ({ id, name }) => <Link href={`/setup/api-keys/${id}`}>{name}</Link> },
  { id: "prefix", header: "Begins with", cell: ({ prefix }) => prefix, priority: "medium" },
  {
    id: "role",
    header: "Role",
    cell: ({ role, scopes }) => (scopes ? `${roleLabels[role]}, limited` : roleLabels[role]),
  },
  { id: "state", header: "State", cell: ({ state }) => keyStateLabels[state], card: "aside" },
  {
    id: "ends",
    header: "Ends",
    cell: ({ expiresAt }) => (expiresAt ? <DateText value={expiresAt} withTime /> : "–"),
    priority: "low",
  },
  {
    id: "used",
    header: "Last used",
    cell: ({ lastUsedAt }) => (lastUsedAt ? <RelativeTime value={lastUsedAt} /> : "Never"),
  },
];

export function ApiKeyTable({ page, mayCreate }: { page: Page<ApiKeyRow>; mayCreate: boolean }) {
  return (
    <DataTable
      label="API keys"
      columns={columns}
      rows={page.rows}
      page={page}
      rowId={({ id }) => id}
      rowName={({ name }) => name}
      empty={
        <EmptyState
          title="There is no API key yet"
          {...(mayCreate && { action: <Link href="/setup/api-keys/new">New API key</Link> })}
        >
          Give each program a key of its own. You can then see what it does, and end it alone.
        </EmptyState>
      }
    />
  );
}
