"use client";

import { useMemo, useRef, useState } from "react";
import { ConsequencePanel } from "./consequence-panel";
import { isEmpty, newRowId } from "./draft";
import classes from "./editable-grid.module.css";
import type { CellPlace } from "./focus";
import type { RowActions } from "./grid-cell";
import { GridDialogs } from "./grid-dialogs";
import { actionColumn } from "./grid-row";
import { GridTable } from "./grid-table";
import { LeaveQuestion } from "./leave-question";
import { ConflictPanel, FailurePanel, ProblemPanel } from "./panels";
import { sameCell } from "./problems";
import { GridToolbar } from "./toolbar";
import type { CellValue, Consequences, EditableGridProps, GridColumn, GridProblem } from "./types";
import { useConsequences } from "./use-consequences";
import { useDeletions } from "./use-deletions";
import { useFilter } from "./use-filter";
import { useGrid } from "./use-grid";
import { useMany } from "./use-many";
import { useShortcuts } from "./use-shortcuts";
import { isTouched, newViewRow, rowName, type ViewRow } from "./view-rows";

const noConsequences: Consequences = { kind: "known", lines: [] };

/**
 * A list edited in place like a spreadsheet and saved as a whole: every editor is always there, the edit is a draft
 * until Save, and a refused save keeps everything typed and marks each faulty cell. It knows nothing of what it
 * edits: `columns` say how cells are edited, `rules` what may be, and `save` does it. See `types.ts`.
 */
export function EditableGrid<Info>(props: EditableGridProps<Info>) {
  const { label, rules } = props;
  const columns = props.columns as readonly GridColumn[];
  const grid = useGrid(props);
  const { state, told, inSight, firstCells } = grid;
  const { base, draft } = state;

  const newRow = useMemo(() => newViewRow(firstCells, draft.newRow), [firstCells, draft.newRow]);
  const { filter, shown, show } = useFilter(inSight, columns, rules.noun, grid.say);
  const rows = useMemo(() => [...(shown as readonly ViewRow[]), newRow], [shown, newRow]);
  const many = useMany(grid, props.columns, rules, shown);
  const consequences = useConsequences(props.consequences, grid.pending, base);
  const nameOf = (row: ViewRow) => rowName(row, rules.nameColumn, rules.noun.one);
  const { asked, askNow, ask } = useDeletions(rules, draft, inSight, nameOf);

  const [goTo, setGoTo] = useState<(CellPlace & { edit: boolean }) | null>(null);
  const [picking, setPicking] = useState<(CellPlace & { button: HTMLElement }) | null>(null);
  const [keys, setKeys] = useState(false);
  const filterBox = useRef<HTMLInputElement>(null);

  const type = (rowId: string, column: string, value: CellValue) =>
    grid.change({ do: "type", rowId, column, value });

  const press = (rowId: string) => {
    const row = rows.find(({ id }) => id === rowId);
    if (!row || grid.saving) return;
    if (row.state === "new") {
      const [first] = grid.add();
      setGoTo({ rowId: newRowId, column: first?.column ?? rules.nameColumn, edit: Boolean(first) });
    } else if (row.state === "deleted") grid.change({ do: "restore", rowId });
    else remove(row);
  };

  const remove = (row: ViewRow) => {
    const isNew = row.state === "added";
    const next = isNew ? rows[rows.indexOf(row) + 1] : row;
    grid.change({ do: "delete", rowId: row.id });
    grid.say(isNew ? `${nameOf(row)} removed.` : `${nameOf(row)} will be deleted when you save.`);
    if ((isNew || !ask(row)) && next) setGoTo({ rowId: next.id, column: actionColumn, edit: false });
  };

  /** To the cell; or to the question of a deletion, where that is what is missing. */
  const goToProblem = ({ rowId, column }: Pick<GridProblem, "rowId" | "column">) => {
    const row = rows.find(({ id }) => id === rowId);
    if (row?.state === "deleted" && ask(row, true)) return;
    setGoTo({ rowId, column: column ?? actionColumn, edit: true });
  };

  const save = async (confirmed?: unknown) => {
    const [first] = await grid.saveAll(confirmed);
    if (first) goToProblem(first);
  };

  const discard = () => {
    grid.change({ do: "discard" });
    grid.forgetTold();
    grid.say(grid.dirty ? "Changes discarded. Undo brings them back." : "There is nothing to discard.");
  };
  const travel = (direction: "undo" | "redo", left: number) => {
    grid.change({ do: direction });
    const word = direction === "undo" ? "Undone" : "Redone";
    grid.say(left > 0 ? `${word}. ${left - 1} more to ${direction}.` : `There is nothing to ${direction}.`);
  };
  const undo = () => travel("undo", state.past.length);
  const redo = () => travel("redo", state.future.length);

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

  useShortcuts({ save: () => save(), filter: () => filterBox.current?.focus() });

  const listed = told.problems.filter((problem) => grid.problems.some(sameCell(problem)));
  const picked = picking && rows.find(({ id }) => id === picking.rowId);

  return (
    <section className={classes.shell} aria-label={`${label} list`}>
      <GridToolbar
        draft={draft}
        newRowTouched={isTouched(firstCells, draft.newRow)}
        noun={rules.noun}
        filter={filter}
        filterBox={filterBox}
        onFilter={show}
        onEnter={() => rows[0] && setGoTo({ rowId: rows[0].id, column: columns[0]?.id ?? "", edit: false })}
        onKeys={() => setKeys(true)}
        tools={props.tools?.(many.handle)}
        canUndo={state.past.length > 0}
        canRedo={state.future.length > 0}
        saving={grid.saving}
        onUndo={undo}
        onRedo={redo}
        onDiscard={discard}
        onSave={() => save()}
      />
      <p className={classes.hidden} aria-live="polite">
        {grid.news}
      </p>
      {listed.length > 0 && <ProblemPanel problems={listed} columns={columns} onGo={goToProblem} />}
      {told.failure && <FailurePanel>{told.failure}</FailurePanel>}
      {told.conflicts.length > 0 && (
        <ConflictPanel
          conflicts={told.conflicts}
          base={base}
          draft={draft}
          columns={columns}
          onSettle={grid.settle}
        />
      )}
      {(props.consequences || asked.length > 0) && !isEmpty(grid.pending) && (
        <ConsequencePanel
          consequences={props.consequences ? consequences : noConsequences}
          asked={asked}
          askNow={askNow}
          onAnswer={(rowId, answer) => grid.change({ do: "delete", rowId, answer })}
          onGo={(rowId) => setGoTo({ rowId, column: actionColumn, edit: false })}
        />
      )}

      <GridTable
        label={label}
        columns={columns}
        rows={rows}
        nameOf={nameOf}
        mayDelete={(row) => rules.mayDelete(row as ViewRow<Info>)}
        problems={grid.problems}
        busy={grid.saving}
        actions={actions}
        onUndo={undo}
        onRedo={redo}
        onEndTyping={() => grid.change({ do: "endTyping" })}
        onPaste={many.paste}
        onClear={many.clear}
        onMove={
          rules.renumber &&
          ((rowId, to, column) => {
            const beside = rows[to];
            if (!beside) return;
            many.move(rowId, beside.id);
            setGoTo({ rowId, column, edit: false });
          })
        }
        onHelp={() => setKeys(true)}
        say={grid.say}
        goTo={goTo}
      />

      <GridDialogs
        color={
          picking && picked
            ? {
                anchor: picking.button,
                value: String(picked.cells[picking.column]),
                sample: nameOf(picked),
              }
            : null
        }
        onColor={(color) => picking && type(picking.rowId, picking.column, color)}
        onColorDone={() => {
          grid.change({ do: "endTyping" });
          setPicking(null);
        }}
        keys={keys}
        onKeysDone={() => setKeys(false)}
        consequences={told.question}
        saving={grid.saving}
        onConfirm={() => save(told.question?.confirmed)}
        onBack={grid.forgetTold}
      />
      <LeaveQuestion dirty={grid.dirty} />
    </section>
  );
}
