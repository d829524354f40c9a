import { applyEdit, deleteRow, emptyDraft, isEmpty, typeInto, without } from "./draft";
import type { Cells, CellValue, GridDraft, GridEdit, GridRow } from "./types";

const mostSteps = 200;

/** The rows as read, what is to be done to them, and the way back and forth through it. */
export type EditState<Info = unknown> = {
  base: GridRow<Info>[];
  draft: GridDraft;
  past: GridDraft[];
  future: GridDraft[];
  /** The cell being typed into: its keystrokes are one step of undo. */
  typing: string | null;
};

export type EditAction<Info = unknown> =
  | { do: "type"; rowId: string; column: string; value: CellValue }
  | { do: "endTyping" }
  | { do: "add"; id: string; cells: Cells }
  | { do: "delete"; rowId: string; answer?: string | undefined }
  | { do: "restore"; rowId: string }
  /** Many cells and rows as one step. */
  | { do: "apply"; edit: GridEdit }
  | { do: "clearNewRow" }
  | { do: "discard" }
  | { do: "undo" }
  | { do: "redo" }
  /** The edit of before a reload. */
  | { do: "bringBack"; draft: GridDraft }
  | { do: "saved"; rows: GridRow<Info>[] }
  /** Newer rows under the same edit. */
  | { do: "rebase"; rows: GridRow<Info>[] }
  | { do: "keepMine"; rowId: string; addAs: string; cells: Cells }
  /** `gone`: they deleted it. */
  | { do: "takeTheirs"; rowId: string; gone: boolean };

export function startEdit<Info>(rows: GridRow<Info>[]): EditState<Info> {
  return { base: rows, draft: emptyDraft, past: [], future: [], typing: null };
}

export function edit<Info>(state: EditState<Info>, action: EditAction<Info>): EditState<Info> {
  const { base, draft } = state;
  switch (action.do) {
    case "type": {
      const cell = `${action.rowId} ${action.column}`;
      const typed = typeInto(base, draft, action.rowId, action.column, action.value);
      if (typed === draft) return state;
      return state.typing === cell ? { ...state, draft: typed, future: [] } : step(state, typed, cell);
    }
    case "endTyping":
      return state.typing === null ? state : { ...state, typing: null };
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
    case "clearNewRow":
      return step(state, { ...draft, newRow: {} });
    case "discard":
      return isEmpty(draft) ? state : step(state, emptyDraft);
    case "undo":
    case "redo":
      return travel(state, action.do);
    case "bringBack":
      return step(state, action.draft);
    case "saved":
      return startEdit(action.rows);
    case "rebase":
      return { ...state, base: withOrphans(action.rows, state) };
    case "keepMine":
      return { ...keepMine(state, action), past: [], future: [], typing: null };
    case "takeTheirs":
      return { ...takeTheirs(state, action), past: [], future: [], typing: null };
  }
}

function step<Info>(state: EditState<Info>, draft: GridDraft, typing: string | null = null): EditState<Info> {
  return { ...state, draft, typing, past: [...state.past.slice(-mostSteps), state.draft], future: [] };
}

function travel<Info>(state: EditState<Info>, direction: "undo" | "redo"): EditState<Info> {
  const { draft, past, future } = state;
  const to = direction === "undo" ? past.at(-1) : future[0];
  if (!to) return state;
  return direction === "undo"
    ? { ...state, draft: to, past: past.slice(0, -1), future: [draft, ...future], typing: null }
    : { ...state, draft: to, past: [...past, draft], future: future.slice(1), typing: null };
}

/** A row that somebody deleted stays in sight as long as an edit of it is undecided. */
function withOrphans<Info>(rows: GridRow<Info>[], { base, draft }: EditState<Info>): GridRow<Info>[] {
  const ids = new Set(rows.map(({ id }) => id));
  const orphans = base.filter(({ id }) => !ids.has(id) && id in draft.changed);
  return orphans.length > 0 ? [...rows, ...orphans] : rows;
}

/** What was read is now theirs, and mine goes over it; a row that they deleted is added again. */
function keepMine<Info>(
  state: EditState<Info>,
  { rowId, addAs, cells }: Extract<EditAction, { do: "keepMine" }>,
): EditState<Info> {
  const { base, draft } = state;
  const row = base.find(({ id }) => id === rowId);
  const { changed, deleted } = draft;
  if (addAs) {
    const mine = { ...cells, ...row?.cells, ...changed[rowId]?.cells };
    const added = [...draft.added, { id: addAs, cells: mine }];
    return {
      ...state,
      base: base.filter(({ id }) => id !== rowId),
      draft: { ...draft, added, changed: without(changed, rowId) },
    };
  }
  if (!row) return state;
  const { version } = row;
  return {
    ...state,
    draft: {
      ...draft,
      changed: changed[rowId] ? { ...changed, [rowId]: { ...changed[rowId], version } } : changed,
      deleted: deleted[rowId] ? { ...deleted, [rowId]: { ...deleted[rowId], version } } : deleted,
    },
  };
}

function takeTheirs<Info>(
  state: EditState<Info>,
  { rowId, gone }: { rowId: string; gone: boolean },
): EditState<Info> {
  const { base, draft } = state;
  return {
    ...state,
    base: gone ? base.filter(({ id }) => id !== rowId) : base,
    draft: { ...draft, changed: without(draft.changed, rowId), deleted: without(draft.deleted, rowId) },
  };
}
