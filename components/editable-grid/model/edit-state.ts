import { applyEdit, deleteRow, emptyDraft, isEmpty, without } from "./draft";
import { type Read, rowsRead, withNewer, withoutVanished } from "./rebase";
import type { Cells, CellValue, GridDraft, GridEdit, GridRow } from "./types";

/** Holds the rows as read, the edit of them, and its undo and redo. */
export type EditState<Info = unknown> = {
  /** Lists the rows as read, with those that somebody deleted while an edit of them is undecided. */
  base: GridRow<Info>[];
  read: Read<Info>;
  draft: GridDraft;
  /** Keeps every step of the unsaved edit. The steps share what did not change, so many of them take little room. */
  past: GridDraft[];
  future: GridDraft[];
  /** Names the cell being typed into, whose keystrokes are one step of undo. */
  typing: string | null;
};

export type EditAction<Info = unknown> =
  /** Types into a cell; `sets` are further cells of the row. */
  | { do: "type"; rowId: string; column: string; value: CellValue; sets?: Cells | undefined }
  | { do: "endTyping" }
  /** Takes back what was typed since the cell's editing began. */
  | { do: "putBack"; rowId: string; column: string }
  | { do: "add"; id: string; cells: Cells }
  | { do: "delete"; rowId: string; answer?: string | undefined }
  | { do: "restore"; rowId: string }
  /** Changes many cells and rows as one step. */
  | { do: "apply"; edit: GridEdit }
  | { do: "discard" }
  | { do: "undo" }
  | { do: "redo" }
  /** Restores the edit from before a reload. */
  | { do: "bringBack"; draft: GridDraft }
  | { do: "saved"; rows: GridRow<Info>[] }
  /** Puts newer rows under the same edit. */
  | { do: "rebase"; rows: GridRow<Info>[] }
  | { do: "keepMine"; rowId: string; addAs: string; cells: Cells }
  | { do: "takeTheirs"; rowId: string };

export function startEdit<Info>(rows: GridRow<Info>[], draft: GridDraft = emptyDraft): EditState<Info> {
  return { base: rows, read: { rows, gone: [] }, draft, past: [], future: [], typing: null };
}

export function edit<Info>(state: EditState<Info>, action: EditAction<Info>): EditState<Info> {
  const next = decide(state, action);
  if (next.draft === state.draft && next.read === state.read) return next;
  return { ...next, base: rowsRead(next.read, next.draft) };
}

function decide<Info>(state: EditState<Info>, action: EditAction<Info>): EditState<Info> {
  const { base, draft } = state;
  switch (action.do) {
    case "type":
      return type(state, action);
    case "endTyping":
      return state.typing === null ? state : { ...state, typing: null };
    case "putBack":
      return state.typing === cellKey(action) ? backBeforeTyping(state) : state;
    case "add":
      return step(state, {
        ...draft,
        added: [...draft.added, { id: action.id, cells: action.cells }],
        newRow: {},
      });
    case "delete":
      return step(state, deleteRow(base, draft, action.rowId, action.answer));
    case "apply":
      return step(state, applyEdit(base, draft, action.edit));
    case "restore":
      return step(state, { ...draft, deleted: without(draft.deleted, action.rowId) });
    case "discard":
      return isEmpty(draft) ? state : step(state, emptyDraft);
    case "undo":
    case "redo":
      return travel(state, action.do);
    case "bringBack":
      return step(state, withoutVanished(action.draft, new Set(base.map(({ id }) => id))));
    case "saved":
      return startEdit(action.rows);
    case "rebase":
      return { ...state, ...withNewer(action.rows, state) };
    case "keepMine":
      return step(state, mine(state, action));
    case "takeTheirs":
      return step(state, {
        ...draft,
        changed: without(draft.changed, action.rowId),
        deleted: without(draft.deleted, action.rowId),
      });
  }
}

function step<Info>(state: EditState<Info>, draft: GridDraft, typing: string | null = null): EditState<Info> {
  if (draft === state.draft) return state;
  return { ...state, draft, typing, past: [...state.past, state.draft], future: [] };
}

export function cellKey({ rowId, column }: { rowId: string; column: string }): string {
  return `${rowId} ${column}`;
}

function type<Info>(
  state: EditState<Info>,
  { rowId, column, value, sets }: Extract<EditAction, { do: "type" }>,
): EditState<Info> {
  const { base, draft, past } = state;
  const into = (before: GridDraft) =>
    applyEdit(base, before, { changed: [{ rowId, cells: { [column]: value, ...sets } }] });
  const typed = into(draft);
  if (typed === draft) return state;
  const cell = cellKey({ rowId, column });
  const before = state.typing === cell && past.at(-1);
  if (!before) return step(state, typed, cell);
  // The cell holds again what it held before, so there is nothing to undo.
  if (into(before) === before) return backBeforeTyping(state);
  return { ...state, draft: typed, future: [] };
}

/** Undoes the last step, which is the keystrokes of the current cell. */
function backBeforeTyping<Info>(state: EditState<Info>): EditState<Info> {
  const before = state.past.at(-1);
  return before ? { ...state, draft: before, past: state.past.slice(0, -1), typing: null } : state;
}

function travel<Info>(state: EditState<Info>, direction: "undo" | "redo"): EditState<Info> {
  const { draft, past, future } = state;
  const to = direction === "undo" ? past.at(-1) : future[0];
  if (!to) return state;
  return direction === "undo"
    ? { ...state, draft: to, past: past.slice(0, -1), future: [draft, ...future], typing: null }
    : { ...state, draft: to, past: [...past, draft], future: future.slice(1), typing: null };
}

/**
 * Takes their row as the one that was read, with mine over it. A row that they deleted is added again. Undo restores
 * the old version too, so that the save asks again.
 */
function mine<Info>(
  { base, draft }: EditState<Info>,
  { rowId, addAs, cells }: Extract<EditAction, { do: "keepMine" }>,
): GridDraft {
  const row = base.find(({ id }) => id === rowId);
  const { changed, deleted } = draft;
  if (addAs) {
    const added = { id: addAs, cells: { ...cells, ...row?.cells, ...changed[rowId]?.cells } };
    return { ...draft, added: [...draft.added, added], changed: without(changed, rowId) };
  }
  if (!row) return draft;
  const { version } = row;
  return {
    ...draft,
    changed: changed[rowId] ? { ...changed, [rowId]: { ...changed[rowId], version } } : changed,
    deleted: deleted[rowId] ? { ...deleted, [rowId]: { ...deleted[rowId], version } } : deleted,
  };
}
