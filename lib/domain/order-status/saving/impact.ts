import {
  type Combination,
  isFinal,
  isUnexecuted,
  type StorefrontType,
  sameCombination,
} from "../combination";
import type { ListedStatus, StatusListChange, StatusUsage } from "../list/list";
import { userMaySetStatus } from "../may-set";
import { pickStatus } from "../pick";
import { type SystemCombination, systemCombinations } from "../system-statuses";

/**
 * Says what saving an edit of the list does to orders: docs/domain.md, section 1, rule 12. This is data, and
 * `impact-words.ts` puts it into sentences.
 */
export type StatusImpact = {
  rows: RowImpact[];
  /** Names combinations at which the system will set another status than now (rule 4). */
  defaults: DefaultChange[];
};

export type RowImpact = {
  rowId: string;
  /** Names the row as the reader knows it, a changed one by its name before. */
  row: string;
  what: "changed" | "added" | "deleted";
  type: ListedStatus["type"];
  /** Counts the orders that have the status, and those of them that are open. */
  orders: number;
  open: number;
  effects: Effect[];
};

export type Effect =
  | { effect: "renamed"; to: string }
  | { effect: "recolored" }
  | { effect: "storefront"; from: StorefrontType; to: StorefrontType }
  /** The orders appear in the dashboard's Unexecuted Orders, or leave them. */
  | { effect: "unexecuted"; counted: boolean }
  /** A user can now set the status on an order, or no longer can. */
  | { effect: "offered"; offered: boolean }
  | { effect: "replaced"; by: string };

export type DefaultChange = {
  combination: SystemCombination;
  from: string;
  to: string;
  /** Says that `from` could still be set and loses by its No. alone. */
  lowerNo: boolean;
};

/** Returns rows whose edit gives orders another Storefront Type, since a save asks about these first (rule 7). */
export function rowsToConfirm({ rows }: StatusImpact): RowImpact[] {
  return rows.filter(
    ({ what, effects }) => what === "changed" && effects.some(({ effect }) => effect === "storefront"),
  );
}

/** Returns the impact of a checked edit, which is what a save writes. */
export function impactOf(
  current: readonly ListedStatus[],
  change: StatusListChange,
  usage: StatusUsage,
): StatusImpact {
  const counted = (status: ListedStatus, orders = usage.get(status.id) ?? 0) => ({
    type: status.type,
    orders,
    open: isFinal(status.type) ? 0 : orders,
  });
  const changed = change.changed.map(({ before, after }): RowImpact => {
    const counts = counted(before);
    return {
      rowId: before.id,
      row: before.description,
      what: "changed",
      ...counts,
      effects: effectsOf(before, after, counts.orders),
    };
  });
  const added = change.added.map((row): RowImpact => {
    const effects: Effect[] = userMaySetStatus(row) ? [{ effect: "offered", offered: true }] : [];
    return { rowId: row.id, row: row.description, what: "added", ...counted(row, 0), effects };
  });
  const deleted = change.deleted.map(({ status, replacement }): RowImpact => {
    const counts = counted(status);
    const effects: Effect[] = [];
    if (replacement) {
      effects.push({ effect: "replaced", by: replacement.description });
      effects.push(...moved(status, replacement));
    } else if (userMaySetStatus(status)) effects.push({ effect: "offered", offered: false });
    return { rowId: status.id, row: status.description, what: "deleted", ...counts, effects };
  });
  return {
    rows: [...changed, ...added, ...deleted],
    defaults: defaultChanges(current, listAfter(current, change)),
  };
}

/** Returns the list as a save leaves it. */
function listAfter(current: readonly ListedStatus[], change: StatusListChange): ListedStatus[] {
  const changed = new Map(change.changed.map(({ after }) => [after.id, after]));
  const gone = new Set(change.deleted.map(({ status }) => status.id));
  const staying = current.filter(({ id }) => !gone.has(id)).map((status) => changed.get(status.id) ?? status);
  return [...staying, ...change.added];
}

function effectsOf(before: ListedStatus, after: ListedStatus, orders: number): Effect[] {
  const effects: Effect[] = [];
  if (before.description !== after.description) effects.push({ effect: "renamed", to: after.description });
  if (before.color !== after.color) effects.push({ effect: "recolored" });
  if (orders > 0) effects.push(...moved(before, after));
  const [could, can] = [userMaySetStatus(before), userMaySetStatus(after)];
  if (could !== can) effects.push({ effect: "offered", offered: can });
  return effects;
}

/** Returns what orders see when their status goes from one combination to another. */
function moved(from: Combination, to: Combination): Effect[] {
  const effects: Effect[] = [];
  if (from.storefrontType !== to.storefrontType) {
    effects.push({ effect: "storefront", from: from.storefrontType, to: to.storefrontType });
  }
  const [was, is] = [isUnexecuted(from), isUnexecuted(to)];
  if (was !== is) effects.push({ effect: "unexecuted", counted: is });
  return effects;
}

function defaultChanges(before: readonly ListedStatus[], after: readonly ListedStatus[]): DefaultChange[] {
  const names = Object.keys(systemCombinations) as SystemCombination[];
  return names.flatMap((name) => {
    const combination = systemCombinations[name];
    const [from, to] = [pickStatus(before, combination), pickStatus(after, combination)];
    if (from.id === to.id) return [];
    const lowerNo = after.some(
      (status) => status.id === from.id && status.active && sameCombination(status, combination),
    );
    return [{ combination: name, from: from.description, to: to.description, lowerNo }];
  });
}
