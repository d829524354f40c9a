"use client";

import { type DataColumn, type DataFilter, DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/feedback/empty-state";
import { RelativeTime } from "@/components/format/relative-time";
import { Link } from "@/components/layout/link";
import { messageStateLabels, messageStates } from "@/lib/domain/messages/message";
import type { Page } from "@/lib/server/kernel/keyset";
import type { MessageRow } from "@/lib/server/messages/queries/messages";
import { MessageBadge } from "./message-badge";

const columns: DataColumn<MessageRow>[] = [
  {
    id: "subject",
    header: "Message",
    cell: ({ id, subject }) => <Link href={`/messages/${id}`}>{subject}</Link>,
  },
  { id: "recipient", header: "To", cell: ({ recipient }) => recipient },
  { id: "address", header: "Address", priority: "medium", cell: ({ address }) => address ?? "–" },
  {
    id: "order",
    header: "Order",
    cell: ({ orderCode }) => (orderCode ? <Link href={`/orders/${orderCode}`}>{orderCode}</Link> : "–"),
    card: "hidden",
  },
  {
    id: "created",
    header: "Written",
    sort: "written",
    cell: ({ createdAt }) => <RelativeTime value={createdAt} />,
  },
  { id: "state", header: "State", cell: ({ state }) => <MessageBadge state={state} />, card: "aside" },
];

const filters: DataFilter[] = [
  {
    name: "state",
    label: "State",
    options: messageStates.map((value) => ({ value, label: messageStateLabels[value] })),
  },
];

export function MessageTable({ page }: { page: Page<MessageRow> }) {
  return (
    <DataTable
      label="Messages"
      columns={columns}
      rows={page.rows}
      page={page}
      defaultSort="-written"
      rowId={({ id }) => id}
      rowName={({ subject, recipient }) => `${subject}, to ${recipient}`}
      search="Search by recipient or subject"
      filters={filters}
      empty={
        <EmptyState title="There are no messages yet">
          We email the account when an order is placed, executed or canceled. You find each message here.
        </EmptyState>
      }
    />
  );
}
