"use client";

import { tableFeatures, useTable } from "@tanstack/react-table";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import classes from "./editable-grid.module.css";
import { type CellPlace, cellAround, editorIn, findCell, focusCell, placeOf } from "./focus";
import type { RowActions } from "./grid-cell";
import { handleGridKey, type KeyActions } from "./grid-keys";
import { GridBodyRow } from "./grid-row";
import { problemsByRow } from "./problems";
import type { GridColumn, GridProblem } from "./types";
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

  const keys: KeyActions = {
    undo: props.onUndo,
    redo: props.onRedo,
    clear: (cell) => {
      const place = placeOf(cell);
      if (place) actions.type(place.rowId, place.column, "");
    },
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
    setFocused(place);
    const editor = editorIn(cell);
    if (editor && editor === target) began.current = { ...place, value: editor.value };
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
        className={classes.grid}
        onKeyDown={(event) => handleGridKey(event, keys)}
        onFocus={({ target }) => follow(target)}
        onBlur={props.onEndTyping}
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
          {table.getRowModel().rows.map(({ original: row }) => (
            <GridBodyRow
              key={row.id}
              gridId={gridId}
              columns={columns}
              row={row}
              name={props.nameOf(row)}
              problems={marks.get(row.id)}
              tabColumn={stop.rowId === row.id ? stop.column : undefined}
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
