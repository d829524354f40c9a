"use client";

import { useState } from "react";
import { PendingButton } from "@/components/feedback/pending-button";
import { notifyFailure } from "@/components/form/notify-failure";
import { useAction } from "@/components/form/use-action";
import { useLocale } from "@/components/format/locale";
import { RelativeTime } from "@/components/format/relative-time";
import type { OrderHistoryEntry } from "@/lib/server/orders/queries/order-history";
import { orderHistoryAction } from "../../actions";
import classes from "./history-list.module.css";
import { describeEntry } from "./history-words";

interface HistoryListProps {
  code: string;
  currency: string;
  page: { entries: OrderHistoryEntry[]; earlier: string | null };
}

/** Shows the timeline, newest first. A primary's also has what happened to its sub-orders, under their code. */
export function HistoryList({ code, currency, page }: HistoryListProps) {
  const [earlier, setEarlier] = useState<{
    entries: OrderHistoryEntry[];
    next: string | null;
  }>();
  const { run, pending } = useAction(orderHistoryAction);
  // Loaded entries follow the first page, which grows by itself while the order changes.
  const entries = [
    ...page.entries,
    ...(earlier?.entries ?? []).filter(({ id }) => !page.entries.some((entry) => entry.id === id)),
  ];
  const next = earlier ? earlier.next : page.earlier;

  const more = async () => {
    if (!next) return;
    const result = await run({ code, before: next });
    if (!result.ok) return notifyFailure(result);
    setEarlier((before) => ({
      entries: [...(before?.entries ?? page.entries), ...result.value.entries],
      next: result.value.earlier,
    }));
  };

  return (
    <div className={classes.panel}>
      <ol className={classes.timeline} aria-label="History">
        {entries.map((entry) => (
          <Entry
            key={entry.id}
            entry={entry}
            currency={currency}
            label={entry.code === code ? null : entry.code}
          />
        ))}
      </ol>
      {next && (
        <PendingButton variant="default" pending={pending} onClick={more}>
          Show earlier
        </PendingButton>
      )}
    </div>
  );
}

interface EntryProps {
  entry: OrderHistoryEntry;
  currency: string;
  /** Is the code of the sub-order that it happened to. */
  label: string | null;
}

function Entry({ entry, currency, label }: EntryProps) {
  const locale = useLocale();
  const { title, lines } = describeEntry(entry, currency, locale);
  return (
    <li className={classes.entry} data-tone={tones[entry.kind]}>
      <div className={classes.head}>
        {label && (
          <a href={`/orders/${label}`} className={classes.code}>
            {label}
          </a>
        )}
        <b>{title}</b>
        <span className={classes.status}>{entry.statusLabel}</span>
      </div>
      {lines.length > 0 && (
        <ul className={classes.lines}>
          {lines.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same, and none ever moves
            <li key={at}>{line}</li>
          ))}
        </ul>
      )}
      {entry.comment && <blockquote className={classes.comment}>{entry.comment}</blockquote>}
      <div className={classes.who}>
        {entry.actor.name}
        {entry.actor.type === "api_key" && " (API key)"} · <RelativeTime value={entry.at} />
      </div>
    </li>
  );
}

const tones: Partial<Record<OrderHistoryEntry["kind"], string>> = {
  "order.executed": "good",
  "order.provisioned": "good",
  "order.cancelled": "bad",
  "order.execution_refused": "warm",
  "order.provisioning_failed": "bad",
};
