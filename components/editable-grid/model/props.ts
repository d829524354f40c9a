import type { ReactNode } from "react";
import type {
  GridColumn,
  GridConflict,
  GridDraft,
  GridEdit,
  GridProblem,
  GridRow,
  GridRules,
  RowRules,
} from "./types";

/** How a save ended. In every case but "failed" the rows are as they stand now. */
export type SaveOutcome<Info> =
  | { kind: "saved"; rows: GridRow<Info>[]; message: string }
  | { kind: "invalid"; rows: GridRow<Info>[]; problems: GridProblem[] }
  | { kind: "conflict"; rows: GridRow<Info>[]; conflicts: GridConflict[] }
  /** Asks first; `confirmed` comes back with the second try. */
  | { kind: "confirm"; rows: GridRow<Info>[]; title: string; lines: string[]; confirmed: unknown }
  | { kind: "failed"; message: string };

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

type Shared<Info> = { label: string; columns: readonly GridColumn<Info>[] };

/** A list that the grid itself saves: it has a toolbar, and asks before it is left. */
export type SavedGridProps<Info> = Shared<Info> & {
  rows: GridRow<Info>[];
  rules: GridRules<Info>;
  save: (draft: GridDraft, confirmed: unknown) => Promise<SaveOutcome<Info>>;
  /** What the edit would do, asked a moment after each change; the same function for good. */
  consequences?: (draft: GridDraft) => Promise<Consequences>;
  /** Beside the filter: what else the page does with the list. */
  tools?: (grid: GridHandle<Info>) => ReactNode;
  /** What one should know before the first edit; it stands where the edit is told of later. */
  hint: string;
  /** Names the place in this tab where the unsaved edit is kept. */
  draftKey: string;
};

/** A field of a form, which keeps, checks and saves its rows with all else. */
export type HostedGridProps<Info> = Shared<Info> & {
  rules: RowRules<Info>;
  /** A row that is the same object is not drawn again. */
  value: GridRow<Info>[];
  onChange: (rows: GridRow<Info>[]) => void;
  /** What the form found wrong. */
  problems: readonly GridProblem[];
  /** While it is being saved. */
  busy?: boolean;
};

export type EditableGridProps<Info> = SavedGridProps<Info> | HostedGridProps<Info>;
