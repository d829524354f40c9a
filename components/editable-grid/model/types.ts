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

/** `also` are further spellings of it that a paste may bring. */
export type Choice = { value: string; label: string; disabled?: boolean; also?: readonly string[] };

export type GridColumn<Info = unknown> = {
  id: string;
  label: string;
  /** "static" shows and "custom" edits what `render` draws; "spin" is a number that arrows count up and down. */
  editor: "text" | "number" | "spin" | "select" | "color" | "checkbox" | "static" | "custom";
  /** Of the track, as CSS; columns that are "auto" share what is left. */
  width: string;
  /** The same where the frame is narrower than the whole table wants; `cqi` are hundredths of the frame. */
  narrowWidth?: string;
  /** What the editor is called where the column's label alone does not say it. */
  name?: (row: GridRow<Info>) => string;
  /** Numbers stand at the end. */
  align?: "end";
  /** For "number", where it may have some. */
  decimals?: boolean;
  /** For "number" and "spin": how the reader writes what the cell holds, also in what is copied and pasted. */
  notation?: { shown: (held: string) => string; read: (typed: string) => string };
  /** Shown in the cell beneath or beside its editor, "per month". */
  unit?: (row: GridRow<Info>) => string;
  /** What a text or number left empty means. */
  placeholder?: (row: GridRow<Info>) => string;
  /** For "static" and "custom": what the cell says, as it is copied. */
  text?: (row: GridRow<Info>) => string;
  /** For "spin". */
  range?: { min: number; max: number };
  /** For "static" and "custom". */
  render?: (row: GridRow<Info>, cell: CellHands) => ReactNode;
  /** For "custom": the further cells that it edits. */
  includes?: (cell: string) => boolean;
  /** For "select"; the same array for the same row, so that rows need not be drawn again. */
  choices?: (row: GridRow<Info>) => readonly Choice[];
  /** Cells that typing into this one sets as well, as the same step. */
  sets?: Cells;
  /** Why this row's cell is shown but not edited; undefined when it is. */
  readOnly?: (row: GridRow<Info>) => string | undefined;
};

/** What a "custom" cell edits by. Its editors stay out of the tab order: Enter goes in, Tab on, Escape out. */
export type CellHands = {
  /** `column` is the cell's own, or one that it `includes`. */
  type: (column: string, value: CellValue) => void;
  /** By column. */
  problems: Readonly<Record<string, string>>;
  disabled: boolean;
};

/** The whole unsaved edit. It is plain data, so that it can be kept, undone and sent. */
export type GridDraft = {
  changed: Record<string, { version: number; cells: Cells }>;
  added: { id: string; cells: Cells; info?: unknown }[];
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
  added?: GridDraft["added"];
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

/** Asked where a row is to be deleted: one choice. */
export type DeleteQuestion = { text: string; label: string; choices: readonly Choice[] };

/** What holds of rows, wherever they are kept. */
export type RowRules<Info> = {
  /** The column that names the row. */
  nameColumn: string;
  /** Where the text of that column is not the name. */
  nameOf?: (row: GridRow<Info>) => string;
  /** What a row is called, "status": in "New status", "2 statuses changed". */
  noun: { one: string; many: string };
  /** It is shown fainter than the others. */
  isDimmed?: (row: GridRow<Info>) => boolean;
  /** Without it, no row is deleted. */
  mayDelete?: (row: GridRow<Info>) => boolean;
  /** The cells that make the rows stand in this order; without it, rows cannot be moved. */
  renumber?: (rows: readonly GridRow<Info>[], from: number, to: number) => { rowId: string; cells: Cells }[];
  /** How many rows the list may have. */
  mostRows: number;
};

/** What holds of a list that the grid saves. */
export type GridRules<Info> = RowRules<Info> & {
  /** What the + row starts with. */
  newCells: (rows: readonly GridRow<Info>[]) => Cells;
  /** Everything that the save would refuse, as far as it can be known here. */
  check: (base: readonly GridRow<Info>[], draft: GridDraft) => GridProblem[];
  /** Undefined when nothing is to be asked. `rows` are those that stay. */
  deleteQuestion?: (row: GridRow<Info>, rows: readonly GridRow<Info>[]) => DeleteQuestion | undefined;
};
