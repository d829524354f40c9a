"use client";

import { VisuallyHidden } from "@mantine/core";
import { tableFeatures, useTable } from "@tanstack/react-table";
import {
  type ClipboardEvent,
  type CSSProperties,
  type MouseEvent,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import {
  type CellPlace,
  cellAround,
  editorIn,
  findCell,
  focusCell,
  isCustom,
  placeOf,
} from "../editing/focus";
import { handleGridKey, type KeyActions } from "../editing/grid-keys";
import type { CellRange } from "../editing/range";
import type { Goal, RowActions } from "../editing/use-hands";
import { useRange } from "../editing/use-range";
import { problemsByRow } from "../model/problems";
import type { GridColumn, GridProblem } from "../model/types";
import type { ViewRow } from "../model/view-rows";
import { GridBodyRow } from "./grid-row";
import classes from "./table.module.css";
import { useRowDrag } from "./use-row-drag";

const features = tableFeatures({});
const getRowId = ({ id }: ViewRow) => id;

export type GridTableProps = {
  label: string;
  columns: readonly GridColumn[];
  nameColumn: string;
  rows: readonly ViewRow[];
  nameOf: (row: ViewRow) => string;
  /** Is undefined when no row has a button. */
  mayDelete: ((row: ViewRow) => boolean) | undefined;
  isDimmed: ((row: ViewRow) => boolean) | undefined;
  /** Says why only the + row is there. */
  without: string | undefined;
  problems: readonly GridProblem[];
  busy: boolean;
  hosted: boolean;
  actions: RowActions;
  onUndo: () => void;
  onRedo: () => void;
  onEndTyping: () => void;
  onPutBack: (place: CellPlace) => void;
  /** Pastes the text of the clipboard into the selection, or from this cell on. */
  onPaste: (text: string, at: CellPlace, range: CellRange | null) => void;
  onClear: (range: CellRange) => void;
  /** Is undefined when rows cannot be moved. */
  onMove: ((rowId: string, to: number, column: string) => void) | undefined;
  onHelp: () => void;
  say: (news: string) => void;
  goTo: Goal | null;
};

/** Draws the grid: one tab stop that moves with the focus, and keys that follow the WAI-ARIA grid pattern. */
export function GridTable(props: GridTableProps) {
  const { label, columns, rows, problems, actions, goTo } = props;
  const gridId = useId();
  const element = useRef<HTMLTableElement>(null);
  const [focused, setFocused] = useState<CellPlace | null>(null);

  const tableColumns = useMemo(() => columns.map(({ id, label }) => ({ id, header: label })), [columns]);
  const table = useTable({ features, columns: tableColumns, data: rows, getRowId });
  const known = useRef<ReturnType<typeof problemsByRow>>(new Map());
  const marks = useMemo(() => problemsByRow(problems, known.current), [problems]);
  useEffect(() => {
    known.current = marks;
  }, [marks]);

  useEffect(() => {
    if (goTo && element.current) focusCell(findCell(element.current, goTo), goTo);
  }, [goTo]);

  // An undo may remove the focused row, and the next key would go nowhere.
  const lastIndex = useRef(0);
  useEffect(() => {
    const index = focused ? rows.findIndex(({ id }) => id === focused.rowId) : -1;
    if (index >= 0) lastIndex.current = index;
    else if (focused && document.activeElement === document.body && element.current) {
      const row = rows[Math.min(lastIndex.current, rows.length - 1)];
      if (row) focusCell(findCell(element.current, { rowId: row.id, column: focused.column }));
    }
  }, [rows, focused]);

  const range = useRange(rows, columns);
  const move = (rowId: string, to: number, column = columns[0]?.id ?? "") => {
    if (rows[to] && rows[to].state !== "new") props.onMove?.(rowId, to, column);
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
      if (place) props.onClear(range.range ?? { from: place, to: place });
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
      if (place) props.onPutBack(place);
    },
  };

  const follow = (target: Element) => {
    const cell = cellAround(target);
    const place = cell && placeOf(cell);
    if (place) setFocused(range.follow(place));
  };

  /** Leaves text for the one cell that is being edited to its editor. */
  const paste = (event: ClipboardEvent) => {
    const cell = cellAround(event.target as Element);
    const place = cell && placeOf(cell);
    const text = event.clipboardData.getData("text/plain");
    if (
      !place ||
      !text ||
      isCustom(event.target as Element) ||
      (event.target === editorIn(cell) && !/[\t\n]/.test(text.trim()))
    )
      return;
    event.preventDefault();
    props.onPaste(text, place, range.range);
  };

  /** Selects up to the cell at a click with Shift. */
  const extendByMouse = (event: MouseEvent) => {
    const cell = cellAround(event.target as Element);
    if (!event.shiftKey || !cell || !focused) return;
    event.preventDefault();
    range.extendTo(cell, focused);
  };

  const stop = tabStop(rows, focused) ?? { rowId: rows[0]?.id, column: columns[0]?.id };

  return (
    <div className={classes.frame} data-grid-frame>
      <table
        ref={element}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA grid pattern
        role="grid"
        aria-label={label}
        aria-busy={props.busy}
        aria-multiselectable="true"
        className={classes.grid}
        style={tracks(columns, props.mayDelete !== undefined)}
        onKeyDown={(event) => handleGridKey(event, keys)}
        onFocus={({ target }) => {
          follow(target);
          // The paste needs this code, and has to be done before the next key.
          import("../editing/paste").catch(() => {});
        }}
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
            <tr role="row" key={group.id} className={classes.head}>
              {group.headers.map((header, index) => (
                <th
                  key={header.id}
                  // biome-ignore lint/a11y/noRedundantRoles: as above
                  role="columnheader"
                  scope="col"
                  data-editor-kind={columns[index]?.editor}
                  data-align={columns[index]?.align}
                >
                  <table.FlexRender header={header} />
                </th>
              ))}
              {props.mayDelete && (
                <th
                  // biome-ignore lint/a11y/noRedundantRoles: as above
                  role="columnheader"
                  scope="col"
                >
                  <VisuallyHidden>Add or delete</VisuallyHidden>
                </th>
              )}
            </tr>
          ))}
        </thead>
        {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
        <tbody role="rowgroup">
          {table.getRowModel().rows.map(({ id, original: row }) => (
            <GridBodyRow
              key={id}
              gridId={gridId}
              columns={columns}
              row={row}
              name={props.nameOf(row)}
              nameColumn={props.nameColumn}
              problems={marks.get(id)}
              tabColumn={stop.rowId === id ? stop.column : undefined}
              selected={range.byRow.get(id)}
              movable={props.onMove !== undefined && row.state !== "new"}
              mayDelete={props.mayDelete && row.state !== "new" && props.mayDelete(row)}
              dimmed={props.isDimmed?.(row) ?? false}
              busy={props.busy}
              hosted={props.hosted}
              actions={actions}
            />
          ))}
        </tbody>
      </table>
      {props.without && <p className={classes.without}>{props.without}</p>}
    </div>
  );
}

/** Returns the rows' columns as CSS. */
function tracks(columns: readonly GridColumn[], withAction: boolean): CSSProperties {
  const action = withAction ? ["var(--grid-action)"] : [];
  const track = (width: string) => (width === "auto" ? "minmax(8rem, 1fr)" : width);
  const wide = columns.map(({ width }) => track(width));
  const narrow = columns.map(({ width, narrowWidth }) => track(narrowWidth ?? width));
  return {
    "--grid-columns-wide": [...wide, ...action].join(" "),
    "--grid-columns-narrow": [...narrow, ...action].join(" "),
  } as CSSProperties;
}

/** Returns where the focus was last, as long as its row is there. */
function tabStop(rows: readonly ViewRow[], place: CellPlace | null): CellPlace | null {
  return place && rows.some(({ id }) => id === place.rowId) ? place : null;
}
