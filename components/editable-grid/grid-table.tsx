"use client";

import { tableFeatures, useTable } from "@tanstack/react-table";
import { type ClipboardEvent, type MouseEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import classes from "./editable-grid.module.css";
import { type CellPlace, cellAround, editorIn, findCell, focusCell, placeOf } from "./focus";
import type { RowActions } from "./grid-cell";
import { handleGridKey, type KeyActions } from "./grid-keys";
import { GridBodyRow } from "./grid-row";
import { problemsByRow } from "./problems";
import type { CellRange } from "./range";
import type { GridColumn, GridProblem } from "./types";
import { useRange } from "./use-range";
import { useRowDrag } from "./use-row-drag";
import type { ViewRow } from "./view-rows";

const features = tableFeatures({});

export type GridTableProps = {
  label: string;
  columns: readonly GridColumn[];
  rows: ViewRow[];
  nameOf: (row: ViewRow) => string;
  mayDelete: (row: ViewRow) => boolean;
  problems: readonly GridProblem[];
  busy: boolean;
  actions: RowActions;
  onUndo: () => void;
  onRedo: () => void;
  onEndTyping: () => void;
  /** The text of the clipboard, from this cell on. */
  onPaste: (text: string, at: CellPlace) => void;
  onClear: (range: CellRange) => void;
  /** Undefined when rows cannot be moved. */
  onMove: ((rowId: string, to: number, column: string) => void) | undefined;
  onHelp: () => void;
  say: (news: string) => void;
  /** Where the focus goes once what was done is on screen; a new object each time. */
  goTo: (CellPlace & { edit: boolean }) | null;
};

/** The grid itself: one tab stop that walks with the focus, and keys as the WAI-ARIA grid pattern has them. */
export function GridTable(props: GridTableProps) {
  const { label, columns, rows, problems, actions, goTo } = props;
  const gridId = useId();
  const element = useRef<HTMLTableElement>(null);
  const [focused, setFocused] = useState<CellPlace | null>(null);
  /** What the cell in hand held when its editing began. */
  const began = useRef<(CellPlace & { value: string }) | null>(null);

  const tableColumns = useMemo(() => columns.map(({ id, label }) => ({ id, header: label })), [columns]);
  const table = useTable({ features, columns: tableColumns, data: rows, getRowId: (row) => row.id });
  const marks = useMemo(() => problemsByRow(problems), [problems]);

  useEffect(() => {
    if (goTo && element.current) focusCell(findCell(element.current, goTo), goTo);
  }, [goTo]);

  const range = useRange(rows, columns);
  const move = (rowId: string, to: number, column = columns[0]?.id ?? "") => {
    if (to >= 0 && to < rows.length - 1) props.onMove?.(rowId, to, column);
  };
  const drag = useRowDrag((rowId, beside, after) => {
    const index = (id: string) => rows.findIndex((row) => row.id === id);
    const [from, to] = [index(rowId), index(beside) + (after ? 1 : 0)];
    move(rowId, to > from ? to - 1 : to);
  });

  const keys: KeyActions = {
    undo: props.onUndo,
    redo: props.onRedo,
    clear: (cell) => {
      const place = placeOf(cell);
      if (range.range) props.onClear(range.range);
      else if (place) actions.type(place.rowId, place.column, "");
    },
    extendTo: (cell) => range.extendTo(cell, focused),
    selectAll: range.selectAll,
    move: (cell, by) => {
      const place = placeOf(cell);
      const index = rows.findIndex(({ id }) => id === place?.rowId);
      if (place && rows[index]?.state !== "new") move(place.rowId, index + by, place.column);
    },
    help: props.onHelp,
    putBack: (cell) => {
      const place = placeOf(cell);
      const was = began.current;
      if (!place || was?.rowId !== place.rowId || was.column !== place.column) return;
      actions.type(place.rowId, place.column, was.value);
    },
  };

  const follow = (target: Element) => {
    const cell = cellAround(target);
    const place = cell && placeOf(cell);
    if (!place) return;
    setFocused(range.follow(place));
    const editor = editorIn(cell);
    if (editor && editor === target) began.current = { ...place, value: editor.value };
  };

  /** Text for one cell that is being edited is the editor's own. */
  const paste = (event: ClipboardEvent) => {
    const cell = cellAround(event.target as Element);
    const place = cell && placeOf(cell);
    const text = event.clipboardData.getData("text/plain");
    if (!place || !text || (event.target === editorIn(cell) && !/[\t\n]/.test(text.trim()))) return;
    event.preventDefault();
    props.onPaste(text, place);
  };

  /** Shift and a click select up to the cell. */
  const extendByMouse = (event: MouseEvent) => {
    const cell = cellAround(event.target as Element);
    if (!event.shiftKey || !cell || !focused) return;
    event.preventDefault();
    range.extendTo(cell, focused);
  };

  const stop = tabStop(rows, focused) ?? { rowId: rows[0]?.id, column: columns[0]?.id };

  return (
    <div className={classes.frame}>
      <table
        ref={element}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA grid pattern
        role="grid"
        aria-label={label}
        aria-busy={props.busy}
        aria-multiselectable="true"
        className={classes.grid}
        onKeyDown={(event) => handleGridKey(event, keys)}
        onFocus={({ target }) => follow(target)}
        onBlur={props.onEndTyping}
        onPaste={paste}
        onCopy={(event) => range.onCopy(event, props.say)}
        onMouseDown={extendByMouse}
        {...drag}
      >
        {/* biome-ignore lint/a11y/noRedundantRoles: styled as blocks on a phone, and keeps its role only so */}
        <thead role="rowgroup">
          {table.getHeaderGroups().map((group) => (
            // biome-ignore lint/a11y/noRedundantRoles: as above
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
                  <table.FlexRender header={header} />
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
              name={props.nameOf(row)}
              problems={marks.get(row.id)}
              tabColumn={stop.rowId === row.id ? stop.column : undefined}
              selected={range.byRow.get(row.id)}
              movable={props.onMove !== undefined && row.state !== "new"}
              mayDelete={row.state !== "new" && props.mayDelete(row)}
              actions={actions}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Where the focus was last, as long as its row is there. */
function tabStop(rows: readonly ViewRow[], place: CellPlace | null): CellPlace | null {
  return place && rows.some(({ id }) => id === place.rowId) ? place : null;
}
