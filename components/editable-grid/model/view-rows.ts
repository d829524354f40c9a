import { newRowId } from "./draft";
import type { Cells, GridDraft, GridRow, RowRules } from "./types";

/** Is a row as it is on screen: as read, with the edit over it. */
export type ViewRow<Info = unknown> = GridRow<Info> & {
  state: "same" | "changed" | "added" | "deleted" | "new";
  /** Holds the cells that are edited. */
  edited: Cells;
};

const none: Cells = {};
/** Returns the same object for the same edit of the same row, so that only rows that changed are drawn again. */
const made = new WeakMap<object, { from: object; row: ViewRow }>();

function once<Info>(key: object, from: object, make: () => ViewRow<Info>): ViewRow<Info> {
  const known = made.get(key);
  if (known?.from === from) return known.row as ViewRow<Info>;
  const row = make();
  made.set(key, { from, row });
  return row;
}

/** Returns the rows as read, then the added ones. If rows were moved, they keep the order of the move. */
export function viewRows<Info>(base: readonly GridRow<Info>[], draft: GridDraft): ViewRow<Info>[] {
  const read = base.map((row): ViewRow<Info> => {
    const change = draft.changed[row.id];
    const deletion = draft.deleted[row.id];
    if (deletion) return once(deletion, row, () => ({ ...row, state: "deleted", edited: none }));
    if (!change) return once(row, row, () => ({ ...row, state: "same", edited: none }));
    const cells = () => ({ ...row.cells, ...change.cells });
    return once(change, row, () => ({ ...row, cells: cells(), state: "changed", edited: change.cells }));
  });
  const added = draft.added.map(
    (row): ViewRow<Info> =>
      once(row, row, () => ({ ...(row as GridRow<Info>), version: 0, state: "added", edited: none })),
  );
  const rows = [...read, ...added];
  return draft.order ? inOrder(rows, draft.order) : rows;
}

function inOrder<Info>(rows: ViewRow<Info>[], order: readonly string[]): ViewRow<Info>[] {
  const places = new Map(order.map((id, place) => [id, place]));
  const placeOf = ({ id }: ViewRow<Info>) => places.get(id) ?? order.length;
  return rows.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Returns the + row: its first values with what was typed over them. */
export function newViewRow<Info>(first: Cells, typed: Cells): ViewRow<Info> {
  return { id: newRowId, version: 0, cells: { ...first, ...typed }, state: "new", edited: none };
}

export function isTouched(first: Cells, typed: Cells): boolean {
  return Object.entries(typed).some(([column, value]) => value !== first[column]);
}

/** Returns what the reader calls the row. */
export function rowName<Info>(row: ViewRow<Info>, { nameColumn, nameOf, noun }: RowRules<Info>): string {
  if (row.state === "new") return `New ${noun.one}`;
  const text = nameOf ? nameOf(row) : String(row.cells[nameColumn] ?? "").trim();
  return text || `Unnamed ${noun.one}`;
}
