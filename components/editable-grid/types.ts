import type { ReactNode } from "react";

/** What is typed into a cell, as it was typed: text, the value of a choice, `#rrggbb`, or ticked. */
export type CellValue = string | boolean;
export type Cells = Record<string, CellValue>;

/** A row as it was read. `Info` is whatever the columns' rules need besides the cells; a new row has none. */
export type GridRow<Info = unknown> = {
  id: string;
  /** Of the row as read; the save refuses to overwrite a newer one. */
  version: number;
  cells: Cells;
  info?: Info;
};

export type Choice = { value: string; label: string; disabled?: boolean };

export type GridColumn<Info = unknown> = {
  id: string;
  label: string;
  editor: "text" | "number" | "select" | "color" | "checkbox";
  /** Of the track, as CSS; the first column that is "auto" takes what is left. */
  width: string;
  /** For "select"; the same array for the same row, so that rows need not be drawn again. */
  choices?: (row: GridRow<Info>) => readonly Choice[];
  /** Why this row's cell is shown but not edited; undefined when it is. */
  readOnly?: (row: GridRow<Info>) => string | undefined;
};

/** The whole unsaved edit. It is plain data, so that it can be kept, undone and sent. */
export type GridDraft = {
  changed: Record<string, { version: number; cells: Cells }>;
  added: { id: string; cells: Cells }[];
  /** `answer` is what was chosen when the deletion asked. */
  deleted: Record<string, { version: number; answer?: string | undefined }>;
  /** What stands in the + row, where it differs from its first values. */
  newRow: Cells;
  /** Ids as the rows stand since one was moved; those not named come after. */
  order?: string[];
};

/** Many cells and rows at once, as one step of undo. */
export type GridEdit = {
  /** In the place of what was edited until now, not over it. */
  afresh?: boolean;
  changed?: { rowId: string; cells: Cells }[];
  added?: { id: string; cells: Cells }[];
  deleted?: string[];
  order?: string[];
};

/** Something wrong with one cell; without `column`, with the row. */
export type GridProblem = {
  rowId: string;
  /** What the reader calls the row. */
  row: string;
  column?: string | undefined;
  message: string;
  /** Only the server knows, so it stays marked until its cell is typed into. */
  stays?: boolean;
};

/** Somebody else saved the row since it was read. */
export type GridConflict = {
  rowId: string;
  row: string;
  what: "changed" | "deleted";
  by: string;
  at: string;
};

/** How a save ended. In every case but "failed" the rows are as they stand now. */
export type SaveOutcome<Info> =
  | { kind: "saved"; rows: GridRow<Info>[]; message: string }
  | { kind: "invalid"; rows: GridRow<Info>[]; problems: GridProblem[] }
  | { kind: "conflict"; rows: GridRow<Info>[]; conflicts: GridConflict[] }
  /** Asks first; `confirmed` comes back with the second try. */
  | { kind: "confirm"; rows: GridRow<Info>[]; title: string; lines: string[]; confirmed: unknown }
  | { kind: "failed"; message: string };

/** Asked where a row is to be deleted: one choice. */
export type DeleteQuestion = { text: string; label: string; choices: readonly Choice[] };

export type GridRules<Info> = {
  /** The column whose text names the row. */
  nameColumn: string;
  /** What a row is called, "status": in "New status", "2 statuses changed". */
  noun: { one: string; many: string };
  /** What the + row starts with. */
  newCells: (rows: readonly GridRow<Info>[]) => Cells;
  /** Everything that the save would refuse, as far as it can be known here. */
  check: (base: readonly GridRow<Info>[], draft: GridDraft) => GridProblem[];
  mayDelete: (row: GridRow<Info>) => boolean;
  /** Undefined when nothing is to be asked. `rows` are those that stay. */
  deleteQuestion?: (row: GridRow<Info>, rows: readonly GridRow<Info>[]) => DeleteQuestion | undefined;
  /** The cells that make the rows stand in this order; without it, rows cannot be moved. */
  renumber?: (rows: readonly GridRow<Info>[], from: number, to: number) => { rowId: string; cells: Cells }[];
  /** How many rows the list may have. */
  mostRows: number;
};

/** What an edit does once it is saved; or why that cannot be said. */
export type Consequences =
  | { kind: "known"; lines: { rowId?: string; text: string }[] }
  | { kind: "unknown"; why: string };

/** What a tool of the page gets of the grid. */
export type GridHandle<Info> = {
  /** As read. */
  base: readonly GridRow<Info>[];
  /** As they are on screen, without those to be deleted. */
  rows: readonly GridRow<Info>[];
  /** Takes it into the edit, as one step of undo; `news` is announced. */
  apply: (edit: GridEdit, news: string) => void;
};

export type EditableGridProps<Info> = {
  label: string;
  columns: readonly GridColumn<Info>[];
  rows: GridRow<Info>[];
  rules: GridRules<Info>;
  save: (draft: GridDraft, confirmed: unknown) => Promise<SaveOutcome<Info>>;
  /** What the edit would do, asked a moment after each change; the same function for good. */
  consequences?: (draft: GridDraft) => Promise<Consequences>;
  /** Beside the filter: what else the page does with the list. */
  tools?: (grid: GridHandle<Info>) => ReactNode;
  /** Names the place in this tab where the unsaved edit is kept. */
  draftKey: string;
};
