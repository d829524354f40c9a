"use client";

import { Button, VisuallyHidden } from "@mantine/core";
import { Callout } from "../../feedback/callout";
import { RelativeTime } from "../../format/relative-time";
import { wordOf } from "../model/cell-text";
import { columnOf } from "../model/problems";
import type { CellValue, GridColumn, GridConflict, GridDraft, GridProblem, GridRow } from "../model/types";
import classes from "./panels.module.css";

type Columns = readonly GridColumn[];

/** Lists the problems that keep the edit from being saved, by row and column; each leads to its cell. */
export function ProblemPanel({
  problems,
  columns,
  onGo,
}: {
  problems: readonly GridProblem[];
  columns: Columns;
  onGo: (problem: GridProblem) => void;
}) {
  return (
    <Callout tone="problem">
      <div className={classes.problems}>
        <strong>Nothing was saved. Correct the marked cells:</strong>
        <ul>
          {problems.map((problem) => (
            <li key={`${problem.rowId} ${problem.column} ${problem.message}`}>
              <button type="button" onClick={() => onGo(problem)}>
                {[problem.row, columnOf(problem, columns)?.label].filter(Boolean).join(", ")}
              </button>
              : {problem.message}
            </li>
          ))}
        </ul>
      </div>
    </Callout>
  );
}

/** Lists rows that someone else saved in between: the person, the time, the differences, and a choice for each. */
export function ConflictPanel({
  conflicts,
  base,
  draft,
  columns,
  onSettle,
}: {
  conflicts: readonly GridConflict[];
  base: readonly GridRow[];
  draft: GridDraft;
  columns: Columns;
  onSettle: (conflict: GridConflict, whose: "mine" | "theirs") => void;
}) {
  return (
    <Callout tone="change">
      <div className={classes.conflicts}>
        <strong>Someone else changed this list, so nothing was saved. Review their changes:</strong>
        <ul>
          {conflicts.map((conflict) => {
            const { rowId, row, what, by, at } = conflict;
            const theirs = base.find(({ id }) => id === rowId);
            return (
              <li key={rowId} className={classes.conflictRow}>
                <p>
                  {by} {what} <b>{row}</b> <RelativeTime value={at} />.{" "}
                  {differences(theirs, draft, rowId, what, columns)}
                </p>
                <span className={classes.choices}>
                  <Button size="compact-sm" variant="default" onClick={() => onSettle(conflict, "mine")}>
                    Keep mine<VisuallyHidden> for {row}</VisuallyHidden>
                  </Button>
                  <Button size="compact-sm" variant="default" onClick={() => onSettle(conflict, "theirs")}>
                    Take theirs<VisuallyHidden> for {row}</VisuallyHidden>
                  </Button>
                </span>
              </li>
            );
          })}
        </ul>
      </div>
    </Callout>
  );
}

/** Tells one difference, such as "Color is #ff0000 now, and yours is #00ff00." */
function differences(
  theirs: GridRow | undefined,
  draft: GridDraft,
  rowId: string,
  what: GridConflict["what"],
  columns: Columns,
): string {
  if (rowId in draft.deleted) return "You deleted it.";
  if (what === "deleted") return "You changed it. If you keep yours, it is added again.";
  const mine = draft.changed[rowId]?.cells ?? {};
  return columns
    .filter(({ id }) => id in mine && theirs && mine[id] !== theirs.cells[id])
    .map((column) => {
      const word = (value: CellValue | undefined) => {
        const said = wordOf(column, theirs as GridRow, value);
        return column.editor === "select" || column.editor === "checkbox" ? said : `“${said}”`;
      };
      return `${column.label} is ${word(theirs?.cells[column.id])} now, and yours is ${word(mine[column.id])}.`;
    })
    .join(" ");
}
