import "server-only";
import fc from "fast-check";
import { replacementFault } from "@/lib/domain/order-status/list/replacement";
import type { StatusRow } from "@/lib/domain/order-status/saving/save";
import type { Ctx } from "../kernel/ctx";
import { type SavedStatusList, saveOrderStatuses } from "../order-statuses/commands/save-order-statuses";
import { listOrderStatuses } from "../order-statuses/queries/list-order-statuses";
import { editToRestore } from "./restoring";

/** Describes what people do to the list of statuses at random, as the edits that they would send. */

export type Edit = { changed?: object[]; added?: object[]; deleted?: object[]; confirmed?: object[] };

const cells = fc.record({
  no: fc.oneof(fc.constantFrom(1, 2), fc.integer({ min: 1, max: 12 })),
  description: fc.constantFrom("Draft", "Parked", "Denied", "Awaiting documents", "In review"),
  type: fc.constantFrom("in_progress", "cancelled", "automatic_execute"),
  storefrontType: fc.constantFrom("draft", "viewable", "submitted", "pending_approval"),
  color: fc.constantFrom("#111111", "#eeeeee"),
  active: fc.boolean(),
});
const columns = ["no", "description", "type", "storefrontType", "color", "active"] as const;
/** Chooses few cells at once, because one refused cell refuses all. */
const someCells = fc
  .tuple(cells, fc.subarray([...columns], { minLength: 1, maxLength: 2 }))
  .map(([row, names]) => Object.fromEntries(names.map((name) => [name, row[name]])));
const change = fc.record({ do: fc.constant("change" as const), which: fc.nat(40), cells: someCells });
const deletion = { which: fc.nat(), by: fc.nat() };
const remove = fc.record({ do: fc.constant("delete" as const), ...deletion });
const saving = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant("add" as const), cells: someCells }) },
  { weight: 6, arbitrary: change },
  { weight: 2, arbitrary: remove },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("replace" as const), which: fc.nat() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("restore" as const), ...deletion }) },
);
export type Saving = typeof saving extends fc.Arbitrary<infer One> ? One : never;
const order = fc.record({ do: fc.constant("order" as const), which: fc.nat() });

/**
 * Generates one person alone, two who save at once, even the same row, or a save while orders take a status, mostly its own.
 */
export const turns = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ save: saving }) },
    { weight: 1, arbitrary: fc.record({ orders: order }) },
    { weight: 1, arbitrary: fc.record({ save: saving, other: saving }) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(change, someCells)
        .map(([one, other]) => ({ save: one, other: { ...one, cells: other } })),
    },
    { weight: 1, arbitrary: fc.record({ save: saving, orders: order, same: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ save: remove, orders: order, same: fc.constant(true) }) },
  ),
  { minLength: 8, maxLength: 14 },
);

let made = 0;
const customOf = (rows: readonly StatusRow[]) => rows.filter(({ mandatory }) => !mandatory);
export const pick = <Row>(rows: readonly Row[], which: number) => rows[which % Math.max(rows.length, 1)];

export function newRow(given: object = {}) {
  const no = ++made;
  const first = { no: 20 + (no % 900), description: `Status ${no}`, type: "in_progress", active: true };
  const rest = { storefrontType: "viewable", color: "#123456" };
  return { id: `new-${no}`, cells: { ...first, ...rest, ...given } };
}

/** Returns the status that the step is about, if there is one. */
export function rowOf(one: Saving, statuses: readonly StatusRow[]): StatusRow | undefined {
  if (one.do === "change") return pick([...statuses, ...customOf(statuses)], one.which);
  return one.do === "delete" || one.do === "replace" ? pick(customOf(statuses), one.which) : undefined;
}

/** Returns what a person would send for this step, for the current list. */
export async function editFor(ctx: Ctx, one: Saving): Promise<Edit> {
  const { statuses, version } = await listOrderStatuses(ctx);
  const row = rowOf(one, statuses);
  const replacement = (deleted: StatusRow, which: number) =>
    pick(
      statuses.filter((by) => by.id !== deleted.id && replacementFault(deleted, by) === undefined),
      which,
    )?.id;
  const deletionOf = (deleted: StatusRow, replacementId: string | undefined) => [
    { id: deleted.id, version: deleted.version, replacementId },
  ];
  switch (one.do) {
    case "add":
      return { added: [newRow(one.cells)] };
    case "change":
      return row ? { changed: [{ id: row.id, version: row.version, cells: one.cells }] } : {};
    case "delete":
      return row ? { deleted: deletionOf(row, replacement(row, one.by)) } : {};
    case "replace": {
      const added = newRow({ type: row?.type });
      return row ? { added: [added], deleted: deletionOf(row, added.id) } : {};
    }
    case "restore":
      return editToRestore(ctx, restoredVersion(one, version), (deleted) => replacement(deleted, one.by));
  }
}

export function restoredVersion({ which }: { which: number }, version: number): number {
  return 1 + (which % version);
}

/** Saves the edit and confirms what it is asked. */
export async function saveConfirmed(ctx: Ctx, edit: Edit): ReturnType<typeof saveOrderStatuses> {
  const first = await saveOrderStatuses(ctx, edit);
  if (first.ok || first.refusal.reason !== "needs_confirmation") return first;
  const confirmed = first.refusal.rows.map(({ rowId, orders }) => ({ id: rowId, orders }));
  return saveOrderStatuses(ctx, { ...edit, confirmed });
}

/** Names what a save did, in words to count by. */
export function kindsOf(one: Saving, { impact, changed, added, deleted }: SavedStatusList): string[] {
  const told = (name: string) =>
    impact.rows.some(({ effects }) => effects.some(({ effect }) => effect === name));
  const some: [boolean, string][] = [
    [one.do === "restore" && changed + added + deleted > 0, "restored"],
    [one.do === "restore" && added > 0, "restored a deleted status"],
    [one.do === "replace" && told("replaced"), "replaced by one added with it"],
    [added > 0, "added"],
    [changed > 0, "changed"],
    [deleted > 0, "deleted"],
    [impact.defaults.length > 0, "another default"],
    [impact.defaults.some(({ lowerNo }) => lowerNo), "another default by a lower No."],
  ];
  const effects = ["renamed", "recolored", "storefront", "unexecuted", "offered", "replaced"].filter(told);
  return [...some.flatMap(([is, kind]) => (is ? kind : [])), ...effects.map((effect) => `effect ${effect}`)];
}
