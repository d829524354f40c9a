import type { CellValue, GridDraft, GridEdit, GridRow } from "./types";

/** Is the id of the + row. */
export const newRowId = "new-row";

export const emptyDraft: GridDraft = { changed: {}, added: [], deleted: {}, newRow: {} };

/**
 * Tells whether there is nothing to save. A changed order of the rows alone is nothing to save; what they hold is.
 */
export function isEmpty({ changed, added, deleted, newRow }: GridDraft): boolean {
  return added.length === 0 && [changed, deleted, newRow].every((part) => Object.keys(part).length === 0);
}

/** Tells whether a kept value is an edit, since another version of the product may have kept it. */
export function isDraft(kept: unknown): kept is GridDraft {
  const { changed, added, deleted, newRow } = kept as GridDraft;
  const parts = [changed, deleted, newRow].every((part) => part !== null && typeof part === "object");
  return parts && Array.isArray(added) && !isEmpty(kept as GridDraft);
}

function typeInto(
  base: readonly GridRow[],
  draft: GridDraft,
  rowId: string,
  column: string,
  value: CellValue,
): GridDraft {
  if (rowId === newRowId) {
    return value === draft.newRow[column]
      ? draft
      : { ...draft, newRow: { ...draft.newRow, [column]: value } };
  }
  const mine = draft.added.find(({ id }) => id === rowId);
  if (mine) {
    if (value === mine.cells[column]) return draft;
    const added = draft.added.map((row) =>
      row.id === rowId ? { ...row, cells: { ...row.cells, [column]: value } } : row,
    );
    return { ...draft, added };
  }

  const row = base.find(({ id }) => id === rowId);
  if (!row) return draft;
  const entry = draft.changed[rowId];
  if (value === (entry?.cells[column] ?? row.cells[column])) return draft;
  const cells = { ...entry?.cells, [column]: value };
  if (value === row.cells[column]) delete cells[column];
  const rest = without(draft.changed, rowId);
  if (Object.keys(cells).length === 0) return { ...draft, changed: rest };
  return { ...draft, changed: { ...rest, [rowId]: { version: entry?.version ?? row.version, cells } } };
}

/** Marks a saved row, and removes an added one. */
export function deleteRow(
  base: readonly GridRow[],
  draft: GridDraft,
  rowId: string,
  answer: string | undefined,
): GridDraft {
  if (draft.added.some(({ id }) => id === rowId)) {
    return { ...draft, added: draft.added.filter(({ id }) => id !== rowId) };
  }
  const row = base.find(({ id }) => id === rowId);
  if (!row) return draft;
  // The version is the one that was first read. What somebody saved since is a conflict, also after a later answer.
  const version = draft.deleted[rowId]?.version ?? draft.changed[rowId]?.version ?? row.version;
  return { ...draft, deleted: { ...draft.deleted, [rowId]: { version, answer } } };
}

/** Changes many cells and rows at once: a paste, a move, an import. */
export function applyEdit(base: readonly GridRow[], draft: GridDraft, edit: GridEdit): GridDraft {
  let result = edit.afresh ? emptyDraft : draft;
  for (const { rowId, cells } of edit.changed ?? []) {
    for (const [column, value] of Object.entries(cells))
      result = typeInto(base, result, rowId, column, value);
  }
  for (const rowId of edit.deleted ?? []) result = deleteRow(base, result, rowId, undefined);
  if (edit.added) result = { ...result, added: [...result.added, ...edit.added] };
  if (edit.order) result = { ...result, order: edit.order };
  return result;
}

export function without<Value>(record: Record<string, Value>, key: string): Record<string, Value> {
  if (!(key in record)) return record;
  const { [key]: _, ...rest } = record;
  return rest;
}
