"use client";

import { useDeferredValue, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { notify } from "../../feedback/notify";
import { useKept } from "../../form/use-kept";
import { freshId, useEdit } from "../editing/use-edit";
import { isDraft, isEmpty, newRowId } from "../model/draft";
import { cellKey, type EditAction, edit } from "../model/edit-state";
import { forCell, sameCell } from "../model/problems";
import type { SavedGridProps } from "../model/props";
import type { Cells, GridConflict, GridDraft, GridProblem } from "../model/types";
import { isTouched } from "../model/view-rows";
import { forgetCell, nothingTold, type Told, toldOutcome, toldProblems } from "./told";

/** Holds an edit that the grid saves itself: its + row, its problems, its save and how that ended. */
export function useGrid<Info>(props: SavedGridProps<Info>) {
  const { rows, rules, save, draftKey, columns } = props;
  const editing = useEdit(rows);
  const { state, inSight, dispatch, say } = editing;
  const { base, draft } = state;
  const [told, setTold] = useState(nothingTold);

  const firstCells = useSame(useMemo(() => rules.newCells(inSight), [rules, inSight]));
  const touched = isTouched(firstCells, draft.newRow);

  useKept({
    key: draftKey,
    value: draft,
    take: () => (isEmpty(draft) ? null : draft),
    bringBack: (kept) => {
      if (!isDraft(kept)) return;
      dispatch({ do: "bringBack", draft: kept });
      say("Your unsaved changes are back.");
    },
  });

  const shown = useRef(rows);
  useEffect(() => {
    if (shown.current !== rows) dispatch({ do: "rebase", rows });
    shown.current = rows;
  }, [rows, dispatch]);

  /** The rows are checked as they would be saved now. */
  const pending = useMemo(
    () => withNewRow({ ...draft, newRow: {} }, firstCells, touched ? draft.newRow : null),
    [draft, firstCells, touched],
  );

  // React paints a key before it checks all rows again.
  const checked = useDeferredValue(draft);
  const typing = useDeferredValue(state.typing);
  const { subscribe, arrived } = rules.arriving ?? nothingArrives;
  const there = useSyncExternalStore(subscribe, arrived, arrived);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the check knows more once something has arrived
  const problems = useMemo((): GridProblem[] => {
    const { checking } = told;
    const withNew = checking === "new" || (checking === "all" && isTouched(firstCells, checked.newRow));
    if (!withNew && told.problems.length === 0 && isEmpty({ ...checked, newRow: {} })) return noProblems;
    const found = rules.check(base, withNewRow(checked, firstCells, withNew ? checked.newRow : null));
    const all = forCell(found, columns);
    // A cell that is still being typed into is not told wrong until a save or Add has found it.
    const here = checking === "all" ? all : all.filter((problem) => isDone(problem, typing, checking));
    return [...here, ...told.problems.filter((problem) => problem.stays && !here.some(sameCell(problem)))];
  }, [told, rules, there, base, checked, firstCells, columns, typing]);

  const change = (action: EditAction<Info>): boolean => {
    if (!editing.change(action)) return false;
    if (action.do === "type") setTold((now) => forgetCell(now, action));
    return true;
  };

  /** Takes the + row into the list, and answers the problems that prevent it. */
  function add(): GridProblem[] {
    const found = rules
      .check(base, withNewRow(draft, firstCells, draft.newRow))
      .filter(({ rowId }) => rowId === newRowId);
    if (found.length > 0) {
      const now = toldProblems(found, columns, { checking: told.checking === "all" ? "all" : "new" });
      setTold(now);
      return now.problems;
    }
    const cells = { ...firstCells, ...draft.newRow };
    if (!change({ do: "add", id: freshId(), cells })) return [];
    setTold((now) => (now.checking === "new" ? nothingTold : now));
    say(`${String(draft.newRow[rules.nameColumn])} added. Save to keep it.`);
    return [];
  }

  /** Saves the whole edit with the + row, and answers the problems that prevent it. */
  async function saveAll(confirmed?: unknown): Promise<GridProblem[]> {
    if (editing.busy) return [];
    let taken = draft;
    if (touched) {
      const adding: EditAction<Info> = {
        do: "add",
        id: freshId(),
        cells: { ...firstCells, ...draft.newRow },
      };
      taken = edit(state, adding).draft;
      dispatch(adding);
    } else if (Object.keys(draft.newRow).length > 0) taken = { ...draft, newRow: {} };
    if (isEmpty(taken)) {
      setTold(nothingTold);
      notify("You haven't changed anything, so there is nothing to save.");
      return [];
    }

    const found = rules.check(base, taken);
    if (found.length > 0) {
      const now = toldProblems(found, columns);
      setTold(now);
      return now.problems;
    }

    editing.setBusy(true);
    const outcome = await save(taken, confirmed).finally(() => editing.setBusy(false));
    if (outcome.kind === "saved") notify(outcome.message);
    if (outcome.kind !== "failed")
      dispatch({ do: outcome.kind === "saved" ? "saved" : "rebase", rows: outcome.rows });
    const now = toldOutcome(outcome, columns);
    setTold(now);
    return now.problems;
  }

  /** Settles one row that somebody else saved too. */
  function settle(conflict: GridConflict, whose: "mine" | "theirs"): void {
    const { rowId, row, what } = conflict;
    const addAs = what === "deleted" ? freshId() : "";
    const settled =
      whose === "theirs"
        ? change({ do: "takeTheirs", rowId })
        : change({ do: "keepMine", rowId, addAs, cells: firstCells });
    if (!settled) return;
    setTold((now) => ({ ...now, conflicts: now.conflicts.filter((other) => other.rowId !== rowId) }));
    say(whose === "mine" ? `Your ${row} stays. Save to keep it.` : `${row} is now as they saved it.`);
  }

  const dirty = !isEmpty(draft) && (touched || !isEmpty({ ...draft, newRow: {} }));
  const forgetTold = () => setTold(nothingTold);
  return { ...editing, change, firstCells, pending, told, problems, dirty, add, saveAll, settle, forgetTold };
}

const noProblems: GridProblem[] = [];
const nothingArrives = { subscribe: () => () => {}, arrived: () => undefined };

function isDone(problem: GridProblem, typing: string | null, checking: Told["checking"]): boolean {
  if (problem.rowId === newRowId) return checking === "new";
  return problem.column === undefined || cellKey(problem as Required<GridProblem>) !== typing;
}

/**
 * Returns the same object as long as its content is the same, so that the + row is not drawn for every key elsewhere.
 */
function useSame(cells: Cells): Cells {
  const kept = useRef(cells);
  const same = Object.entries(cells).every(([column, value]) => kept.current[column] === value);
  if (!same) kept.current = cells;
  return kept.current;
}

/** Returns the edit with what stands in the + row, if that is taken along. */
function withNewRow(draft: GridDraft, first: Cells, typed: Cells | null): GridDraft {
  if (!typed) return draft;
  return { ...draft, added: [...draft.added, { id: newRowId, cells: { ...first, ...typed } }] };
}
