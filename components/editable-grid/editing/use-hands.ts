"use client";

import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { newRowId } from "../model/draft";
import { columnOf } from "../model/problems";
import type { CellValue, GridColumn, GridProblem, GridRules, RowRules } from "../model/types";
import { rowName, type ViewRow } from "../model/view-rows";
import type { CellPlace } from "./focus";
import type { CellRange } from "./range";
import { useBulkEdits } from "./use-bulk-edits";
import type { Edit } from "./use-edit";

/** Lists what a row can do when it is edited. The object stays the same, so that rows are not drawn again for it. */
export type RowActions = {
  type: (rowId: string, column: string, value: CellValue) => void;
  openColor: (rowId: string, column: string, button: HTMLElement) => void;
  /** Presses the row's button: Add on the + row, Delete or Restore on the others. */
  press: (rowId: string) => void;
};

/** Names the last column, which has the row's button. */
export const actionColumn = "action";

/** Says where the focus goes once the change is on screen. It is a new object each time. */
export type Goal = CellPlace & { edit: boolean };

type More = {
  /** Takes the + row into the list, and answers the problems that prevent it. */
  add?: () => GridProblem[];
  /** Takes the focus to the question that deleting the row asks, if it asks one. */
  ask?: (row: ViewRow) => boolean;
};

/**
 * Holds what hands do in the rows that are shown: typing, the row's button, undo, and where the focus goes afterwards.
 */
export function useHands<Info>(
  edit: Edit<Info>,
  columns: readonly GridColumn<Info>[],
  rules: RowRules<Info> & Partial<GridRules<Info>>,
  rows: readonly ViewRow<Info>[],
  { add, ask }: More = {},
) {
  const { state, change, say } = edit;
  const bulk = useBulkEdits(edit, columns, rules, rows);
  const [goTo, setGoTo] = useState<Goal | null>(null);
  const [picking, setPicking] = useState<(CellPlace & { button: HTMLElement }) | null>(null);
  const nameOf = (row: ViewRow) => rowName(row as ViewRow<Info>, rules);

  const type = (rowId: string, column: string, value: CellValue) => {
    const sets = columns.find(({ id }) => id === column)?.sets;
    change({ do: "type", rowId, column, value, sets });
  };

  const press = (rowId: string) => {
    const row = rows.find(({ id }) => id === rowId) as ViewRow | undefined;
    if (row?.state === "new") {
      const [first] = add?.() ?? [];
      setGoTo({ rowId: newRowId, column: first?.column ?? rules.nameColumn, edit: Boolean(first) });
    } else if (row?.state === "deleted") {
      if (change({ do: "restore", rowId })) say(`${nameOf(row)} stays.`);
    } else if (row) remove(row);
  };

  const remove = (row: ViewRow) => {
    const isNew = row.state === "added";
    const index = rows.findIndex(({ id }) => id === row.id);
    const next = isNew ? (rows[index + 1] ?? rows[index - 1]) : row;
    if (!change({ do: "delete", rowId: row.id })) return;
    say(isNew ? `${nameOf(row)} removed.` : `${nameOf(row)} will be deleted when you save.`);
    if ((isNew || !ask?.(row)) && next) setGoTo({ rowId: next.id, column: actionColumn, edit: false });
  };

  const travel = (direction: "undo" | "redo", left: number) => {
    if (!change({ do: direction })) return;
    const word = direction === "undo" ? "Undone" : "Redone";
    say(left > 0 ? `${word}. ${left - 1} more to ${direction}.` : `There is nothing to ${direction}.`);
  };

  /** The focus goes to a problem once that is on screen. */
  const [wanted, setWanted] = useState<Pick<GridProblem, "rowId" | "column"> | null>(null);
  const onWanted = useEffectEvent(({ rowId, column }: Pick<GridProblem, "rowId" | "column">) => {
    const row = rows.find(({ id }) => id === rowId) as ViewRow | undefined;
    // Where only an answer is missing, the focus goes to its question.
    if (row?.state === "deleted" && ask?.(row)) return;
    setGoTo({ rowId, column: columnOf({ column }, columns)?.id ?? actionColumn, edit: true });
  });
  useEffect(() => {
    if (wanted) onWanted(wanted);
  }, [wanted]);

  const move = (rowId: string, to: number, column: string) => {
    const beside = rows[to];
    if (!beside) return;
    bulk.move(rowId, beside.id);
    setGoTo({ rowId, column, edit: false });
  };

  const paste = async (text: string, at: CellPlace, range: CellRange | null) => {
    const first = await bulk.paste(text, at, range);
    if (first) setGoTo({ rowId: first.id, column: rules.nameColumn, edit: false });
  };

  // The rows keep the same actions for good; these stand behind them.
  const latest = useRef({ type, press });
  latest.current = { type, press };
  const actions = useMemo<RowActions>(
    () => ({
      type: (...args) => latest.current.type(...args),
      press: (rowId) => latest.current.press(rowId),
      openColor: (rowId, column, button) => setPicking({ rowId, column, button }),
    }),
    [],
  );

  return {
    actions,
    type,
    nameOf,
    bulk,
    goTo,
    setGoTo,
    goToProblem: (problem: Pick<GridProblem, "rowId" | "column">) => setWanted({ ...problem }),
    picking,
    donePicking: () => {
      change({ do: "endTyping" });
      setPicking(null);
    },
    undo: () => travel("undo", state.past.length),
    redo: () => travel("redo", state.future.length),
    paste,
    move: rules.renumber && move,
  };
}

export type Hands<Info> = ReturnType<typeof useHands<Info>>;
