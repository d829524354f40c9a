"use client";

import { type DataColumn, DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/feedback/empty-state";
import { Link } from "@/components/layout/link";
import { webhookDisabledReasons } from "@/lib/domain/webhook";
import type { Page } from "@/lib/server/kernel/keyset";
import type { WebhookRow } from "@/lib/server/webhooks/queries/webhooks";

const columns: DataColumn<WebhookRow>[] = [
  {
    id: "name",
    header: "Webhook",
    cell: ({ id, name }) => <Link href={`/setup/webhooks/${id}`}>{name}</Link>,
  },
  { id: "url", header: "Address", cell: ({ url }) => new URL(url).host },
  { id: "types", header: "Kinds of events", align: "end", cell: ({ types }) => types.length },
  { id: "state", header: "State", cell: stateOf },
];

function stateOf({ disabledBy }: WebhookRow): string {
  return disabledBy ? `Disabled. ${webhookDisabledReasons[disabledBy]}` : "Active";
}

export function WebhookTable({ page }: { page: Page<WebhookRow> }) {
  return (
    <DataTable
      label="Webhooks"
      columns={columns}
      rows={page.rows}
      page={page}
      rowId={({ id }) => id}
      rowName={({ name }) => name}
      empty={
        <EmptyState
          title="There is no webhook yet"
          action={<Link href="/setup/webhooks/new">New webhook</Link>}
        >
          A webhook tells another program what happens, such as an executed order.
        </EmptyState>
      }
    />
  );
}
