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

/** Tells how a save ended. In every case but "failed" it has the rows as they are now. */
export type SaveOutcome<Info> =
  | { kind: "saved"; rows: GridRow<Info>[]; message: string }
  | { kind: "invalid"; rows: GridRow<Info>[]; problems: GridProblem[] }
  | { kind: "conflict"; rows: GridRow<Info>[]; conflicts: GridConflict[] }
  /** Asks before it saves; `confirmed` comes back with the second try. */
  | { kind: "confirm"; rows: GridRow<Info>[]; title: string; lines: string[]; confirmed: unknown }
  | { kind: "failed"; message: string };

/** Tells what an edit does once it is saved, or why that cannot be said. */
export type Consequences =
  | { kind: "known"; lines: { rowId?: string; text: string }[] }
  | { kind: "unknown"; why: string };

/** Is what the grid gives to a tool of the page. */
export type GridHandle<Info> = {
  /** Lists the rows as read. */
  base: readonly GridRow<Info>[];
  /** Lists the rows as they are on screen, without those that will be deleted. */
  rows: readonly GridRow<Info>[];
  /** Adds something to the edit as one step of undo, and announces `news`. */
  apply: (edit: GridEdit, news: string) => void;
};

type Shared<Info> = { label: string; columns: readonly GridColumn<Info>[] };

/** Describes a list that the grid saves itself. It has a toolbar, and asks before somebody leaves it. */
export type SavedGridProps<Info> = Shared<Info> & {
  rows: GridRow<Info>[];
  rules: GridRules<Info>;
  save: (draft: GridDraft, confirmed: unknown) => Promise<SaveOutcome<Info>>;
  /** Asks what the edit would do, a moment after each change. It must be the same function for good. */
  consequences?: (draft: GridDraft) => Promise<Consequences>;
  /** Draws what else the page does with the list, beside the filter. */
  tools?: (grid: GridHandle<Info>) => ReactNode;
  /** Says what a reader should know before the first edit. The place later tells about the edit. */
  hint: string;
  /** Names the place in this tab where the unsaved edit is kept. */
  draftKey: string;
};

/** Describes a field of a form, which keeps, checks and saves its rows with everything else. */
export type HostedGridProps<Info> = Shared<Info> & {
  rules: RowRules<Info>;
  /** Lists the rows. A row that is the same object is not drawn again. */
  value: GridRow<Info>[];
  onChange: (rows: GridRow<Info>[]) => void;
  /** Lists what the form found wrong. */
  problems: readonly GridProblem[];
  /** Says that the form is being saved. */
  busy?: boolean;
};

export type EditableGridProps<Info> = SavedGridProps<Info> | HostedGridProps<Info>;
