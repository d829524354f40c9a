import { count } from "@/lib/domain/format/count";
import type { ImportSubject } from "@/lib/domain/import-subject";
import type { ImportPlan, ImportRowState } from "@/lib/domain/imports/import";
import type { ImportRecord } from "@/lib/server/imports/queries/imports";

/** Tells imports in words: docs/domain.md, section 11. */

export const subjectLabels: Record<ImportSubject, string> = {
  accounts: "Accounts",
  products: "Products",
  orders: "Orders",
  balances: "Opening balances",
};

const stateLabels: Record<ImportRecord["state"], string> = {
  checked: "Ready to start",
  running: "Running",
  canceled: "Canceled",
  finished: "Finished",
};

/** Says how an import stands. */
export function stateLabel(record: ImportRecord): string {
  return record.state === "checked" && leftOf(record) === 0 ? "Nothing to import" : stateLabels[record.state];
}

export const rowStateLabels: Record<ImportRowState, string> = {
  pending: "Waiting",
  created: "Created",
  updated: "Updated",
  unchanged: "Unchanged",
  failed: "Failed",
};

/** Says what will become of a row that waits. */
const planLabels: Record<ImportPlan, string> = {
  create: "Will be created",
  update: "Will be updated",
  keep: "Exists already",
};

/** Tells what became of a row, or what will. A row that the check has refused was never tried. */
export function resultLabel(state: ImportRowState, plan: ImportPlan | null): string {
  if (state === "failed" && plan === null) return "Cannot be imported";
  return state === "pending" && plan ? planLabels[plan] : rowStateLabels[state];
}

/** Returns how many rows are left to import. */
export function leftOf({ rows, created, updated, unchanged, failed }: ImportRecord): number {
  return rows - created - updated - unchanged - failed;
}

/** Tells how far an import is: "2 of 3 rows done: 1 created, 1 unchanged, 1 failed". */
export function progressWords(record: ImportRecord, locale: string): string {
  const { state, rows, created, updated, unchanged, failed } = record;
  const number = (of: number, what: string) => (of > 0 ? [`${count(of, what, what, locale)}`] : []);
  if (state === "checked") {
    const parts = [`${count(leftOf(record), "row", "rows", locale)} can be imported`];
    return [...parts, ...number(failed, "cannot")].join(", ");
  }
  const parts = [
    ...number(created, "created"),
    ...number(updated, "updated"),
    ...number(unchanged, "unchanged"),
    ...number(failed, "failed"),
  ];
  return [`${rows - leftOf(record)} of ${count(rows, "row", "rows", locale)} done`, ...parts].join(", ");
}
