"use client";

import { type DataColumn, type DataFilter, DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/feedback/empty-state";
import { RelativeTime } from "@/components/format/relative-time";
import { Link } from "@/components/layout/link";
import { StatusBadge } from "@/components/status/status-badge";
import { silenceWords } from "@/lib/domain/refusing/silence";
import { type DeliveryState, deliveryStates } from "@/lib/domain/webhook";
import type { Page } from "@/lib/server/kernel/keyset";
import type { DeliveryRow } from "@/lib/server/webhooks/queries/list-deliveries";
import { ResendDelivery } from "./resend-delivery";
import { deliveryStateLabels, eventTitle, originLabels } from "./words";

type Row = DeliveryRow & { webhookId: string; enabled: boolean };

const colors: Record<DeliveryState, string> = {
  waiting: "#868e96",
  delivered: "#2f9e44",
  failed: "#e03131",
};

const columns: DataColumn<Row>[] = [
  {
    id: "event",
    header: "Event",
    cell: ({ event: { type, order }, origin }) => (
      <>
        {eventTitle(type)}
        {order !== null && (
          <>
            {" "}
            <Link href={`/orders/${order}`}>{order}</Link>
          </>
        )}
        {originLabels[origin] && ` (${originLabels[origin]})`}
      </>
    ),
  },
  { id: "at", header: "Happened", cell: ({ event }) => <RelativeTime value={event.at} /> },
  {
    id: "state",
    header: "State",
    cell: ({ state }) => <StatusBadge label={deliveryStateLabels[state]} color={colors[state]} />,
    card: "aside",
  },
  {
    id: "answer",
    header: "Last answer",
    cell: ({ lastStatus, lastAnswer, silence }) =>
      silence
        ? `The receiver ${silenceWords(silence)}`
        : [lastStatus, lastAnswer].filter(Boolean).join(" ") || "–",
    priority: "medium",
  },
  { id: "attempts", header: "Attempts", align: "end", cell: ({ attempts }) => attempts },
  { id: "next", header: "Next attempt", cell: nextAttempt, priority: "low" },
  { id: "resend", header: "Send again", cell: resend },
];

function nextAttempt({ state, nextAttemptAt, enabled }: Row) {
  if (state !== "waiting") return "–";
  if (!enabled) return "When the webhook is enabled";
  return nextAttemptAt ? <RelativeTime value={nextAttemptAt} /> : "After an earlier event of the order";
}

function resend({ id, webhookId, enabled, event, state, nextAttemptAt }: Row) {
  const waits = state === "waiting";
  if (!enabled || (waits && nextAttemptAt === null)) return "–";
  const what = event.order === null ? eventTitle(event.type) : `${eventTitle(event.type)} ${event.order}`;
  return <ResendDelivery webhookId={webhookId} deliveryId={id} what={what} waits={waits} />;
}

const filters: DataFilter[] = [
  {
    name: "state",
    label: "State",
    options: deliveryStates.map((value) => ({ value, label: deliveryStateLabels[value] })),
  },
];

interface DeliveryTableProps {
  webhookId: string;
  enabled: boolean;
  page: Page<DeliveryRow>;
}

export function DeliveryTable({ webhookId, enabled, page }: DeliveryTableProps) {
  return (
    <DataTable
      label="Deliveries"
      columns={columns}
      rows={page.rows.map((row) => ({ ...row, webhookId, enabled }))}
      rowId={({ id }) => id}
      rowName={({ event }) => eventTitle(event.type)}
      filters={filters}
      grows
      {...((page.next || page.previous) && { page })}
      empty={<EmptyState title="Nothing has been delivered yet">Send a test event to try it out.</EmptyState>}
    />
  );
}
