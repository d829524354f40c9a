"use client";

import { useEffect, useMemo, useReducer, useRef, useState } from "react";
import { notify } from "../notify";
import { isEmpty, newRowId } from "./draft";
import { type EditAction, edit, startEdit } from "./edit-state";
import { forCell, sameCell } from "./problems";
import type { Cells, EditableGridProps, GridConflict, GridDraft, GridProblem, SaveOutcome } from "./types";
import { useKeptDraft } from "./use-kept-draft";
import { isTouched, viewRows } from "./view-rows";

type Question = { title: string; lines: string[]; confirmed: unknown };

/** What the last try to add or save came to. */
type Told = {
  /** "new" checks the + row only, "all" everything, each time something is typed. */
  checking: "nothing" | "new" | "all";
  /** As the alert lists them. */
  problems: GridProblem[];
  conflicts: GridConflict[];
  question: Question | null;
  failure: string | null;
};

const nothingTold: Told = { checking: "nothing", problems: [], conflicts: [], question: null, failure: null };

let added = 0;
/** Of a row that is not saved yet. */
export const freshId = () => `new-${Date.now().toString(36)}-${(++added).toString(36)}`;

/** The whole state of an editable grid: the edit, its way back and forth, its problems, and its save. */
export function useGrid<Info>(props: EditableGridProps<Info>) {
  const { rows, rules, save, draftKey, columns } = props;
  const [state, dispatch] = useReducer(edit<Info>, rows, startEdit<Info>);
  const [told, setTold] = useState(nothingTold);
  const [saving, setSaving] = useState(false);
  /** Small news for a screen reader. */
  const [news, setNews] = useState("");

  const { base, draft } = state;
  const inSight = useMemo(() => viewRows(base, draft), [base, draft]);
  const firstCells = useMemo(() => rules.newCells(inSight), [rules, inSight]);
  const touched = isTouched(firstCells, draft.newRow);

  useKeptDraft(draftKey, draft, (kept) => {
    dispatch({ do: "bringBack", draft: kept });
    setNews("Your unsaved changes are back.");
  });

  const shown = useRef(rows);
  useEffect(() => {
    if (shown.current !== rows) dispatch({ do: "rebase", rows });
    shown.current = rows;
  }, [rows]);

  /** As it would be saved now. */
  const pending = useMemo(
    () => withNewRow({ ...draft, newRow: {} }, firstCells, touched ? draft.newRow : null),
    [draft, firstCells, touched],
  );
  const problems = findProblems();

  function findProblems(): GridProblem[] {
    if (told.checking === "nothing") return [];
    const newRow = told.checking === "new" || touched ? draft.newRow : null;
    const found = rules.check(base, withNewRow(draft, firstCells, newRow));
    const all = forCell(found, columns);
    const here = told.checking === "new" ? all.filter(({ rowId }) => rowId === newRowId) : all;
    // What only the server knows stays marked until its cell is typed into.
    return [...here, ...told.problems.filter((problem) => problem.stays && !here.some(sameCell(problem)))];
  }

  /** An edit; while a save is under way there is none, so that nothing typed meets the rows it brings back. */
  function change(action: EditAction<Info>): void {
    if (saving) return;
    dispatch(action);
    if (action.do === "type") {
      const { rowId, column } = action;
      setTold((now) => forget(now, (problem) => problem.rowId === rowId && problem.column === column));
    }
  }

  /** Takes the + row into the list. Answers the problems that kept it from being added. */
  function add(): GridProblem[] {
    const found = rules
      .check(base, withNewRow(draft, firstCells, draft.newRow))
      .filter(({ rowId }) => rowId === newRowId);
    if (found.length > 0) {
      const checking = told.checking === "all" ? "all" : "new";
      const listed = forCell(found, columns);
      setTold({ ...nothingTold, checking, problems: listed });
      return listed;
    }
    change({ do: "add", id: freshId(), cells: { ...firstCells, ...draft.newRow } });
    setTold((now) => (now.checking === "new" ? nothingTold : now));
    setNews(`${String(draft.newRow[rules.nameColumn])} added. Save to keep it.`);
    return [];
  }

  /** Saves the whole edit, with what stands in the + row. Answers the problems that kept it from being saved. */
  async function saveAll(confirmed?: unknown): Promise<GridProblem[]> {
    if (saving) return [];
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
      notify("There is nothing to save: nothing was changed.");
      return [];
    }

    const found = rules.check(base, taken);
    if (found.length > 0) return tell(found);

    setSaving(true);
    const outcome = await save(taken, confirmed);
    setSaving(false);
    return takeOutcome(outcome);
  }

  function tell(found: GridProblem[], stays = false): GridProblem[] {
    const listed = forCell(found, columns).map((problem) => ({ ...problem, stays }));
    setTold({ ...nothingTold, checking: "all", problems: listed });
    return listed;
  }

  function takeOutcome(outcome: SaveOutcome<Info>): GridProblem[] {
    if (outcome.kind === "saved") {
      dispatch({ do: "saved", rows: outcome.rows });
      setTold(nothingTold);
      notify(outcome.message);
      return [];
    }
    if (outcome.kind !== "failed") dispatch({ do: "rebase", rows: outcome.rows });
    if (outcome.kind === "invalid") return tell(outcome.problems, true);
    setTold({
      ...nothingTold,
      failure: outcome.kind === "failed" ? outcome.message : null,
      conflicts: outcome.kind === "conflict" ? outcome.conflicts : [],
      question: outcome.kind === "confirm" ? outcome : null,
    });
    return [];
  }

  /** Settles one row that somebody else saved too. */
  function settle(conflict: GridConflict, whose: "mine" | "theirs"): void {
    const { rowId, row, what } = conflict;
    if (whose === "theirs") dispatch({ do: "takeTheirs", rowId, gone: what === "deleted" });
    else dispatch({ do: "keepMine", rowId, addAs: what === "deleted" ? freshId() : "", cells: firstCells });
    setTold((now) => ({ ...now, conflicts: now.conflicts.filter((other) => other.rowId !== rowId) }));
    setNews(whose === "mine" ? `Your ${row} stays. Save to keep it.` : `${row} is now as they saved it.`);
  }

  return {
    state,
    inSight,
    firstCells,
    pending,
    told,
    problems,
    saving,
    news,
    dirty: !isEmpty(draft) && (touched || !isEmpty({ ...draft, newRow: {} })),
    change,
    add,
    saveAll,
    settle,
    say: setNews,
    forgetTold: () => setTold(nothingTold),
  };
}

/** With what stands in the + row, if that is to be taken along. */
function withNewRow(draft: GridDraft, first: Cells, typed: Cells | null): GridDraft {
  if (!typed) return draft;
  return { ...draft, added: [...draft.added, { id: newRowId, cells: { ...first, ...typed } }] };
}

function forget(told: Told, gone: (problem: GridProblem) => boolean): Told {
  if (!told.problems.some((problem) => problem.stays && gone(problem))) return told;
  return { ...told, problems: told.problems.filter((problem) => !gone(problem)) };
}
