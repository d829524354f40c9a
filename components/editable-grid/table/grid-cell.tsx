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
  /** What the row is called. */
  name: string;
  /** It is the cell that says so. */
  names: boolean;
  /** Of the row, by column. */
  problems: Readonly<Record<string, string>>;
  /** The next cell has no problem of its own, whose sentence would need the room. */
  room: boolean;
  /** The grid's one tab stop. */
  tabbable: boolean;
  /** In the selected range. */
  selected: boolean;
  /** Shows the handle that the row is dragged by. */
  movable: boolean;
  busy: boolean;
  actions: RowActions;
};

/** A cell with its editor always in it, named as the column. */
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
