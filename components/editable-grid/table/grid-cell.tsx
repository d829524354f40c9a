"use client";

import { IconGripVertical } from "@tabler/icons-react";
import type { RowActions } from "../editing/use-hands";
import type { GridColumn } from "../model/types";
import type { ViewRow } from "../model/view-rows";
import classes from "./cell.module.css";
import { CellEditor } from "./cell-editor";

export type GridCellProps = {
  id: string;
  column: GridColumn;
  row: ViewRow;
  /** Is what the reader calls the row. */
  name: string;
  /** Shows the problem in this cell. */
  names: boolean;
  /** Holds the row's problems by column. */
  problems: Readonly<Record<string, string>>;
  /** Says that the next cell has no problem, whose sentence would need the room. */
  room: boolean;
  /** Makes the cell the grid's one tab stop. */
  tabbable: boolean;
  /** Says that the cell is in the selected range. */
  selected: boolean;
  /** Shows the handle that drags the row. */
  movable: boolean;
  busy: boolean;
  actions: RowActions;
};

/** Draws a cell with its editor, which the column names. */
export function GridCell({ id, column, row, name, names, problems, tabbable, ...more }: GridCellProps) {
  const { room, selected, movable, busy, actions } = more;
  const problem = problems[column.id];
  const reason = row.state === "deleted" ? "This row will be deleted." : column.readOnly?.(row);
  const note = problem ?? reason;
  const noteId = note ? `${id}-note` : undefined;
  const walkedTo = (column.editor === "checkbox" || column.editor === "color") && !reason;
  const fixed = Boolean(reason) || column.editor === "static";

  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both its roles have it
    <td
      role={names ? "rowheader" : "gridcell"}
      data-column={column.id}
      data-label={column.label}
      data-editor-kind={column.editor}
      data-align={column.align}
      data-room={(problem && room && column.editor === "number") || undefined}
      data-names={names || undefined}
      data-edited={column.id in row.edited || undefined}
      className={classes.cell}
      tabIndex={walkedTo ? undefined : tabbable ? 0 : -1}
      aria-selected={selected || undefined}
      aria-invalid={problem && column.editor === "static" ? true : undefined}
      aria-readonly={fixed || undefined}
      aria-describedby={walkedTo ? undefined : noteId}
      title={reason}
    >
      {movable && (
        <span className={classes.handle} data-row-handle aria-hidden="true" title="Drag, or Alt+Shift+arrow">
          <IconGripVertical size={14} />
        </span>
      )}
      <CellEditor
        column={column}
        row={row}
        name={name}
        problem={problem}
        problems={problems}
        tabbable={tabbable}
        disabled={Boolean(reason)}
        busy={busy}
        noteId={noteId}
        actions={actions}
      />
      {column.unit && <span className={classes.unit}>{column.unit(row)}</span>}
      {note && (
        <span id={noteId} className={problem ? classes.problem : classes.hidden}>
          {note}
        </span>
      )}
    </td>
  );
}
