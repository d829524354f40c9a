import { forCell } from "../model/problems";
import type { SaveOutcome } from "../model/props";
import type { GridColumn, GridConflict, GridProblem } from "../model/types";

/** Tells how the last try to add or save ended. */
export type Told = {
  /** Says what is checked: rows always, "new" also the + row, and "all" also the cell that is being typed into. */
  checking: "nothing" | "new" | "all";
  /** Lists the problems as the alert shows them. */
  problems: GridProblem[];
  conflicts: GridConflict[];
  question: { title: string; lines: string[]; confirmed: unknown } | null;
  failure: string | null;
};

export const nothingTold: Told = {
  checking: "nothing",
  problems: [],
  conflicts: [],
  question: null,
  failure: null,
};

/**
 * Tells problems. With `stays`, only the server knows of them, so they stay marked until their cell is typed into.
 */
export function toldProblems<Info>(
  found: readonly GridProblem[],
  columns: readonly GridColumn<Info>[],
  { checking = "all", stays = false }: { checking?: Told["checking"]; stays?: boolean } = {},
): Told {
  const problems = forCell(found, columns).map((problem) => ({ ...problem, stays }));
  return { ...nothingTold, checking, problems };
}

export function toldOutcome<Info>(outcome: SaveOutcome<Info>, columns: readonly GridColumn<Info>[]): Told {
  switch (outcome.kind) {
    case "saved":
      return nothingTold;
    case "invalid":
      return toldProblems(outcome.problems, columns, { stays: true });
    case "conflict":
      return { ...nothingTold, conflicts: outcome.conflicts };
    case "confirm":
      return { ...nothingTold, question: outcome };
    case "failed":
      return { ...nothingTold, failure: outcome.message };
  }
}

/** Forgets the problems of a cell once it is typed into. */
export function forgetCell(told: Told, { rowId, column }: { rowId: string; column: string }): Told {
  const isOfCell = (problem: GridProblem) => problem.rowId === rowId && problem.column === column;
  if (!told.problems.some((problem) => problem.stays && isOfCell(problem))) return told;
  return { ...told, problems: told.problems.filter((problem) => !isOfCell(problem)) };
}
