import { count } from "@/lib/domain/format/count";
import { type FormatLocale, formatDate } from "@/lib/domain/format/format";
import { heldByLabel } from "@/lib/domain/order/holds/gate-words";
import type { BulkAction } from "@/lib/server/bulk/permissions";
import type { BulkOutcome, BulkRunRow } from "@/lib/server/bulk/queries/bulk-runs";
import type { BulkPreflight } from "@/lib/server/bulk/queries/preflight-bulk";

/** Tells bulk runs in words: docs/domain.md, section 2, "Bulk". */

export const actionWords: Record<BulkAction, { verb: string; can: string }> = {
  execute: { verb: "Execute", can: "can be executed" },
  cancel: { verb: "Cancel", can: "can be canceled" },
  set_status: { verb: "Set status of", can: "can get the status" },
};

export const stateLabels: Record<BulkRunRow["state"], string> = {
  running: "Running",
  stopped: "Stopped",
  finished: "Finished",
};

export const outcomeLabels: Record<BulkOutcome, string> = {
  waiting: "Waiting",
  running: "Running",
  done: "Done",
  refused: "Refused",
  failed: "Failed",
};

/** Returns a title such as "Execute 17 orders". */
export function runTitle({ action, orders }: { action: BulkAction; orders: number }): string {
  return `${actionWords[action].verb} ${count(orders, "order")}`;
}

/**
 * Tells what a run did to each order: "Status Awaiting documents", "Reason Canceled - Denial", "Start date Nov 26,
 * 2026".
 */
export function runDetails(run: BulkRunRow, locale: FormatLocale): string[] {
  const { action, status, startDate, comment } = run;
  const label = { execute: "Executed status", cancel: "Reason", set_status: "Status" }[action];
  return [
    ...(status ? [`${label}: ${status}`] : []),
    ...(startDate ? [`Start date: ${formatDate(startDate, "date", locale)}`] : []),
    ...(comment ? [`Comment: ${comment}`] : []),
  ];
}

/**
 * Tells what can be done with the selected orders: "12 can be executed", "3 held by credit", "2 already executed".
 */
export function preflightLines(action: BulkAction, preflight: Omit<BulkPreflight, "shown">): string[] {
  const { ready, held, alreadyExecuted, alreadyCancelled, notInBss } = preflight;
  const lines: [number, string][] = [
    [ready, actionWords[action].can],
    ...held.map(({ gate, orders }): [number, string] => [orders, lowerFirst(heldByLabel(gate))]),
    [alreadyExecuted, "already executed"],
    [alreadyCancelled, "already canceled"],
    [notInBss, "with the customer or the scheduler"],
  ];
  return lines.filter(([orders]) => orders > 0).map(([orders, what]) => `${orders} ${what}`);
}

const lowerFirst = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

/** Tells how far a run is: "400 of 1000 done, 12 refused". */
export function progressWords({ orders, done, refused, failed }: BulkRunRow): string {
  const parts = [`${done} of ${orders} done`];
  if (refused > 0) parts.push(`${refused} refused`);
  if (failed > 0) parts.push(`${failed} failed`);
  return parts.join(", ");
}
