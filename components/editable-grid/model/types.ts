import type { ReactNode } from "react";

/** Is what was typed into a cell: text, the value of a choice, `#rrggbb`, or a tick. */
export type CellValue = string | boolean;
export type Cells = Record<string, CellValue>;

/** Is a row as it was read. `Info` is what the columns' rules need besides the cells; a new row has none. */
export type GridRow<Info = unknown> = {
  id: string;
  /** Is the row's version as read. The save refuses to overwrite a newer one. */
  version: number;
  cells: Cells;
  info?: Info;
};

/** Describes a choice; `also` are further spellings of it that a paste may bring. */
export type Choice = { value: string; label: string; disabled?: boolean; also?: readonly string[] };

export type GridColumn<Info = unknown> = {
  id: string;
  label: string;
  /**
   * Chooses the editor. "static" shows and "custom" edits what `render` draws; "spin" is a number that arrows count.
   */
  editor: "text" | "number" | "spin" | "select" | "color" | "checkbox" | "static" | "custom";
  /** Is the width of the track, as CSS. Columns with "auto" share the rest. */
  width: string;
  /** Is the width where the frame is narrower than the whole table; `cqi` are hundredths of the frame. */
  narrowWidth?: string;
  /** Names the editor where the column's label alone does not. */
  name?: (row: GridRow<Info>) => string;
  /** Puts numbers at the end. */
  align?: "end";
  /** Allows decimals in a "number". */
  decimals?: boolean;
  /** Converts, for "number" and "spin", between what the cell holds and what the reader writes, copies and pastes. */
  notation?: { shown: (held: string) => string; read: (typed: string) => string };
  /** Stands beneath or beside the editor, such as "per month". */
  unit?: (row: GridRow<Info>) => string;
  /** Says what an empty text or number means. */
  placeholder?: (row: GridRow<Info>) => string;
  /** Returns, for "static" and "custom", the text that is copied. */
  text?: (row: GridRow<Info>) => string;
  /** Bounds a "spin". */
  range?: { min: number; max: number };
  /** Draws a "static" or "custom" cell. */
  render?: (row: GridRow<Info>, cell: CellHands) => ReactNode;
  /** Tells, for "custom", which further cells it edits. */
  includes?: (cell: string) => boolean;
  /** Lists the choices of a "select". The same row must get the same array, so that rows are not drawn again. */
  choices?: (row: GridRow<Info>) => readonly Choice[];
  /** Are cells that typing into this one sets as well, in the same step. */
  sets?: Cells;
  /** Says why this row's cell is shown but not edited; undefined when it is edited. */
  readOnly?: (row: GridRow<Info>) => string | undefined;
};

/**
 * Is what a "custom" cell edits by. Its editors stay out of the tab order: Enter goes in, Tab goes on, Escape goes
 * out.
 */
export type CellHands = {
  /** Types into a cell; `column` is the cell's own, or one that it `includes`. */
  type: (column: string, value: CellValue) => void;
  /** Holds the problems by column. */
  problems: Readonly<Record<string, string>>;
  disabled: boolean;
};

/** Holds the whole unsaved edit. It is plain data, so that it can be kept, undone and sent. */
export type GridDraft = {
  changed: Record<string, { version: number; cells: Cells }>;
  added: { id: string; cells: Cells; info?: unknown }[];
  /** Lists the rows to delete; `answer` is what the person chose when the deletion asked. */
  deleted: Record<string, { version: number; answer?: string | undefined }>;
  /** Holds what the + row has beyond its first values. */
  newRow: Cells;
  /** Lists ids in the order that a move has left; the others come after them. */
  order?: string[];
};

/** Changes many cells and rows at once, as one step of undo. */
export type GridEdit = {
  /** Replaces the edit so far instead of adding to it. */
  afresh?: boolean;
  changed?: { rowId: string; cells: Cells }[];
  added?: GridDraft["added"];
  deleted?: string[];
  order?: string[];
};

/** Describes something wrong with one cell, or with the whole row if it has no `column`. */
export type GridProblem = {
  rowId: string;
  /** Is what the reader calls the row. */
  row: string;
  column?: string | undefined;
  message: string;
  /** Marks what only the server knows, so that it stays until its cell is typed into. */
  stays?: boolean;
};

/** Tells that somebody else saved the row since it was read. */
export type GridConflict = {
  rowId: string;
  row: string;
  what: "changed" | "deleted";
  by: string;
  at: string;
};

/** Asks for one choice before a row is deleted. */
export type DeleteQuestion = { text: string; label: string; choices: readonly Choice[] };

/** Holds the rules for rows, wherever they are kept. */
export type RowRules<Info> = {
  /** Is the column that names the row. */
  nameColumn: string;
  /** Names the row where the text of that column does not. */
  nameOf?: (row: GridRow<Info>) => string;
  /** Names a row, such as "status" in "New status" and "2 statuses changed". */
  noun: { one: string; many: string };
  /** Tells whether the row is shown fainter than the others. */
  isDimmed?: (row: GridRow<Info>) => boolean;
  /** Tells whether the row can be deleted; without it, none can. */
  mayDelete?: (row: GridRow<Info>) => boolean;
  /** Returns the cells that put the rows into this order; without it, rows cannot be moved. */
  renumber?: (rows: readonly GridRow<Info>[], from: number, to: number) => { rowId: string; cells: Cells }[];
  /** Limits the rows that the list may have. */
  mostRows: number;
};

/** Holds the rules for a list that the grid saves. */
export type GridRules<Info> = RowRules<Info> & {
  /** Returns the first values of the + row. */
  newCells: (rows: readonly GridRow<Info>[]) => Cells;
  /** Returns everything that the save would refuse, as far as it can be known here. */
  check: (base: readonly GridRow<Info>[], draft: GridDraft) => GridProblem[];
  /** Tells when something has come that the check waits for, so that the rows are checked again. */
  arriving?: { subscribe: (listener: () => void) => () => void; arrived: () => unknown };
  /** Returns what to ask before the row is deleted, if anything; `rows` are those that stay. */
  deleteQuestion?: (row: GridRow<Info>, rows: readonly GridRow<Info>[]) => DeleteQuestion | undefined;
};
