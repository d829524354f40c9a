"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { newRowId } from "./edit-state";
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
import type { CellValue, EditableGridProps, GridColumn } from "./types";
import { useGrid } from "./use-grid";
import { isTouched, newViewRow, rowName, type ViewRow } from "./view-rows";

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
  const rows = useMemo(() => [...(inSight as ViewRow[]), newRow], [inSight, newRow]);
  const nameOf = (row: ViewRow) => rowName(row, rules.nameColumn, rules.noun.one);

  const [goTo, setGoTo] = useState<(CellPlace & { edit: boolean }) | null>(null);
  const [picking, setPicking] = useState<(CellPlace & { button: HTMLElement }) | null>(null);
  const [deleting, setDeleting] = useState<ViewRow | null>(null);

  const questionOf = (row: ViewRow) => {
    const staying = inSight.filter(({ state }) => state !== "deleted");
    return rules.deleteQuestion?.(row as ViewRow<Info>, staying);
  };

  const type = (rowId: string, column: string, value: CellValue) =>
    grid.change({ do: "type", rowId, column, value });

  const press = (rowId: string) => {
    const row = rows.find(({ id }) => id === rowId);
    if (!row || grid.saving) return;
    if (row.state === "new") {
      const [first] = grid.add();
      setGoTo({ rowId: newRowId, column: first?.column ?? rules.nameColumn, edit: Boolean(first) });
    } else if (row.state === "deleted") grid.change({ do: "restore", rowId });
    else if (row.state !== "added" && questionOf(row)) setDeleting(row);
    else remove(row);
  };

  const remove = (row: ViewRow, answer?: string) => {
    const isNew = row.state === "added";
    const next = isNew ? rows[rows.indexOf(row) + 1] : row;
    grid.change({ do: "delete", rowId: row.id, answer });
    grid.say(isNew ? `${nameOf(row)} removed.` : `${nameOf(row)} will be deleted when you save.`);
    if (next) setGoTo({ rowId: next.id, column: actionColumn, edit: false });
  };

  const save = async (confirmed?: unknown) => {
    const [first] = await grid.saveAll(confirmed);
    if (first) setGoTo({ rowId: first.rowId, column: first.column ?? actionColumn, edit: true });
  };

  const discard = () => {
    grid.change({ do: "discard" });
    grid.forgetTold();
    grid.say(grid.dirty ? "Changes discarded. Undo brings them back." : "There is nothing to discard.");
  };
  const undo = () => grid.change({ do: "undo" });
  const redo = () => grid.change({ do: "redo" });

  // The rows keep the same actions for good; these stand behind them.
  const latest = useRef({ type, press, save });
  latest.current = { type, press, save };
  const actions = useMemo<RowActions>(
    () => ({
      type: (...args) => latest.current.type(...args),
      press: (rowId) => latest.current.press(rowId),
      openColor: (rowId, column, button) => setPicking({ rowId, column, button }),
    }),
    [],
  );

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s" || event.altKey) return;
      event.preventDefault();
      latest.current.save();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);

  const listed = told.problems.filter((problem) => grid.problems.some(sameCell(problem)));
  const picked = picking && rows.find(({ id }) => id === picking.rowId);
  const question = deleting && questionOf(deleting);

  return (
    <section className={classes.shell} aria-label={`${label} list`}>
      <GridToolbar
        draft={draft}
        newRowTouched={isTouched(firstCells, draft.newRow)}
        noun={rules.noun}
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
      {listed.length > 0 && (
        <ProblemPanel
          problems={listed}
          columns={columns}
          onGo={(place) => setGoTo({ ...place, edit: true })}
        />
      )}
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
        deletion={deleting && question ? { name: nameOf(deleting), question } : null}
        onDelete={(answer) => {
          if (deleting) remove(deleting, answer);
          setDeleting(null);
        }}
        onKeep={() => setDeleting(null)}
        consequences={told.question}
        saving={grid.saving}
        onConfirm={() => save(told.question?.confirmed)}
        onBack={grid.forgetTold}
      />
      <LeaveQuestion dirty={grid.dirty} />
    </section>
  );
}
