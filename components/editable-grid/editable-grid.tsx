"use client";

import { tableFeatures, useTable } from "@tanstack/react-table";
import { lazy, Suspense, useEffect, useId, useMemo, useRef, useState } from "react";
import { ConfirmDialog } from "../confirm-dialog";
import { DeleteDialog } from "./delete-dialog";
import { newRowId } from "./edit-state";
import classes from "./editable-grid.module.css";
import { type CellPlace, cellAround, editorIn, findCell, focusCell, placeOf, rowsOf } from "./focus";
import type { RowActions } from "./grid-cell";
import { handleGridKey } from "./grid-keys";
import { actionColumn, GridBodyRow } from "./grid-row";
import { LeaveQuestion } from "./leave-question";
import { ConflictPanel, FailurePanel, ProblemPanel } from "./panels";
import { problemsByRow, sameCell } from "./problems";
import { GridToolbar } from "./toolbar";
import type { CellValue, EditableGridProps, GridColumn } from "./types";
import { useGrid } from "./use-grid";
import { isTouched, newViewRow, rowName, type ViewRow } from "./view-rows";

const ColorPopover = lazy(() => import("../color-popover"));
const features = tableFeatures({});

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
  const gridId = useId();
  const table = useRef<HTMLTableElement>(null);

  const newRow = useMemo(() => newViewRow(firstCells, draft.newRow), [firstCells, draft.newRow]);
  const data = useMemo(() => [...(inSight as ViewRow[]), newRow], [inSight, newRow]);
  const tableColumns = useMemo(() => columns.map(({ id, label }) => ({ id, header: label })), [columns]);
  const model = useTable({ features, columns: tableColumns, data, getRowId: (row) => row.id });
  const rows = model.getRowModel().rows.map((row) => row.original);
  const nameOf = (row: ViewRow) => rowName(row, rules.nameColumn, rules.noun.one);

  const [tabStop, setTabStop] = useState<CellPlace | null>(null);
  const [picking, setPicking] = useState<(CellPlace & { button: HTMLElement }) | null>(null);
  const [deleting, setDeleting] = useState<ViewRow | null>(null);
  /** What the cell in hand held when its editing began. */
  const began = useRef<(CellPlace & { value: string }) | null>(null);
  /** Where the focus goes once what was done is on screen. */
  const [goTo, setGoTo] = useState<(CellPlace & { edit: boolean }) | null>(null);

  useEffect(() => {
    if (goTo && table.current) focusCell(findCell(table.current, goTo), goTo);
  }, [goTo]);

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
    const order = table.current ? rowsOf(table.current).map((element) => element.dataset.gridRow ?? "") : [];
    const next = row.state === "added" ? order[order.indexOf(row.id) + 1] : row.id;
    grid.change({ do: "delete", rowId: row.id, answer });
    grid.say(
      row.state === "added" ? `${nameOf(row)} removed.` : `${nameOf(row)} will be deleted when you save.`,
    );
    if (next) setGoTo({ rowId: next, column: actionColumn, edit: false });
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

  const marks = useMemo(() => problemsByRow(grid.problems), [grid.problems]);
  const listed = told.problems.filter((problem) => grid.problems.some(sameCell(problem)));
  const stop = tabStopIn(rows, tabStop) ?? { rowId: rows[0]?.id ?? "", column: columns[0]?.id ?? "" };
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

      <div className={classes.frame}>
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA grid pattern
          role="grid"
          aria-label={label}
          aria-busy={grid.saving}
          className={classes.grid}
          onKeyDown={(event) =>
            handleGridKey(event, {
              undo,
              redo,
              clear: (cell) => {
                const place = placeOf(cell);
                if (place) type(place.rowId, place.column, "");
              },
              putBack: (cell) => {
                const place = placeOf(cell);
                const was = began.current;
                if (place && was?.rowId === place.rowId && was.column === place.column) {
                  type(place.rowId, place.column, was.value);
                }
              },
            })
          }
          onFocus={({ target }) => {
            const cell = cellAround(target);
            const place = cell && placeOf(cell);
            if (!place) return;
            setTabStop(place);
            const editor = editorIn(cell);
            if (editor && editor === (target as Element)) began.current = { ...place, value: editor.value };
          }}
          onBlur={() => grid.change({ do: "endTyping" })}
        >
          {/* biome-ignore lint/a11y/noRedundantRoles: styled as blocks on a phone, and keeps its role only so */}
          <thead role="rowgroup">
            {model.getHeaderGroups().map((group) => (
              // biome-ignore lint/a11y/noRedundantRoles: hidden by style on a phone, and keeps its role only so
              <tr role="row" key={group.id}>
                {group.headers.map((header, index) => (
                  <th
                    key={header.id}
                    // biome-ignore lint/a11y/noRedundantRoles: as above
                    role="columnheader"
                    scope="col"
                    style={{ width: columns[index]?.width }}
                    data-editor-kind={columns[index]?.editor}
                  >
                    <model.FlexRender header={header} />
                  </th>
                ))}
                <th
                  // biome-ignore lint/a11y/noRedundantRoles: as above
                  role="columnheader"
                  scope="col"
                  className={classes.actionHead}
                >
                  <span className={classes.hidden}>Add or delete</span>
                </th>
              </tr>
            ))}
          </thead>
          {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
          <tbody role="rowgroup">
            {rows.map((row) => (
              <GridBodyRow
                key={row.id}
                gridId={gridId}
                columns={columns}
                row={row}
                name={nameOf(row)}
                problems={marks.get(row.id)}
                tabColumn={stop.rowId === row.id ? stop.column : undefined}
                mayDelete={row.state !== "new" && rules.mayDelete(row as ViewRow<Info>)}
                actions={actions}
              />
            ))}
          </tbody>
        </table>
      </div>

      {picking && picked && (
        <Suspense>
          <ColorPopover
            anchor={picking.button}
            value={String(picked.cells[picking.column])}
            sample={nameOf(picked)}
            onChange={(color) => type(picking.rowId, picking.column, color)}
            onClose={() => {
              grid.change({ do: "endTyping" });
              setPicking(null);
            }}
          />
        </Suspense>
      )}
      {deleting && question && (
        <DeleteDialog
          name={nameOf(deleting)}
          question={question}
          onClose={() => setDeleting(null)}
          onDelete={(answer) => {
            remove(deleting, answer);
            setDeleting(null);
          }}
        />
      )}
      {told.question && (
        <ConfirmDialog
          opened
          title={told.question.title}
          confirm="Save"
          pending={grid.saving}
          onClose={grid.closeQuestion}
          onConfirm={() => save(told.question?.confirmed)}
        >
          <ul className={classes.lines}>
            {told.question.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </ConfirmDialog>
      )}
      <LeaveQuestion dirty={grid.dirty} />
    </section>
  );
}

/** The tab stop, as long as its row is there. */
function tabStopIn(rows: readonly ViewRow[], place: CellPlace | null): CellPlace | null {
  return place && rows.some(({ id }) => id === place.rowId) ? place : null;
}
