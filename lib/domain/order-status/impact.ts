import { type Combination, isFinal, isUnexecuted, type StorefrontType, sameCombination } from "./combination";
import type { ListedStatus, StatusListChange, StatusUsage } from "./list";
import { userMaySetStatus } from "./may-set";
import { pickStatus } from "./pick";
import { type SystemCombination, systemCombinations } from "./system-statuses";

/** What saving an edit of the list does to orders: docs/domain.md, section 1, rule 12. As data; `impact-words.ts` says it. */
export type StatusImpact = {
  rows: RowImpact[];
  /** Combinations at which the system will set another status than now (rule 4). */
  defaults: DefaultChange[];
};

export type RowImpact = {
  rowId: string;
  /** As the reader knows it: a changed row by its name before. */
  row: string;
  what: "changed" | "added" | "deleted";
  type: ListedStatus["type"];
  /** How many orders have it, and how many of those are open: neither executed nor cancelled. */
  orders: number;
  open: number;
  effects: Effect[];
};

export type Effect =
  | { effect: "renamed"; to: string }
  | { effect: "recolored" }
  | { effect: "storefront"; from: StorefrontType; to: StorefrontType }
  /** Its orders come to, or leave, the dashboard's Unexecuted Orders. */
  | { effect: "unexecuted"; counted: boolean }
  /** A user may, or may no longer, set it on an order. */
  | { effect: "offered"; offered: boolean }
  | { effect: "replaced"; by: string };

export type DefaultChange = {
  combination: SystemCombination;
  from: string;
  to: string;
  /** `from` could be set still, and loses by its No. alone. */
  lowerNo: boolean;
};

/** Rows whose orders get another Storefront Type by the edit of the status itself, which is asked about first (rule 7). */
export function rowsToConfirm({ rows }: StatusImpact): RowImpact[] {
  return rows.filter(
    ({ what, effects }) => what === "changed" && effects.some(({ effect }) => effect === "storefront"),
  );
}

/** Of a checked edit, which is what a save writes. */
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

/** The list as a save leaves it. */
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

/** What the orders see of going from one combination to another. */
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
