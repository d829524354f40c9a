"use client";

import { type DataColumn, DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/feedback/empty-state";
import { Money } from "@/components/format/money";
import { RelativeTime } from "@/components/format/relative-time";
import type { AccountHistoryRow } from "@/lib/server/accounts/queries/account-history";
import type { Page } from "@/lib/server/kernel/keyset";
import classes from "./history.module.css";
import { type AccountChange, accountChanges, accountEventLabels } from "./history-words";

/** Lists who changed what of the account; a limit is in its currency. */
export function HistoryTable({ page, currency }: { page: Page<AccountHistoryRow>; currency: string }) {
  const columns: DataColumn<AccountHistoryRow>[] = [
    { id: "event", header: "What", cell: ({ kind }) => accountEventLabels[kind] },
    { id: "at", header: "When", cell: ({ at }) => <RelativeTime value={at} />, card: "aside" },
    { id: "actor", header: "Who", cell: ({ actor }) => actor.name },
    {
      id: "changes",
      header: "Changes",
      cell: (row) => (
        <ul className={classes.changes}>
          {accountChanges(row).map((change) => (
            <li key={change.label}>
              <Change change={change} currency={currency} />
            </li>
          ))}
        </ul>
      ),
    },
  ];
  return (
    <DataTable
      label="History"
      columns={columns}
      rows={page.rows}
      rowId={({ id }) => id}
      rowName={({ kind, at }) => `${accountEventLabels[kind]} ${at}`}
      grows
      {...((page.next || page.previous) && { page })}
      empty={<EmptyState title="This account has not been changed yet" />}
    />
  );
}

function Change({ change, currency }: { change: AccountChange; currency: string }) {
  const { label, before } = change;
  const shown = (value: string | null) => {
    if (!change.limit) return value;
    return value === null ? "Unlimited" : <Money amount={value} currency={currency} />;
  };
  return (
    <>
      {label}: {before !== undefined && <>{shown(before)} → </>}
      {shown(change.after)}
    </>
  );
}
