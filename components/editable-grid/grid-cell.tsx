"use client";

import { IconGripVertical } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./editable-grid.module.css";
import type { GridColumn } from "./types";
import type { ViewRow } from "./view-rows";

/** What a row does when it is edited; the same object all along, so that rows are not drawn for it. */
export type RowActions = {
  type: (rowId: string, column: string, value: string | boolean) => void;
  openColor: (rowId: string, column: string, button: HTMLElement) => void;
  /** Add on the + row, Delete or Restore on the others. */
  press: (rowId: string) => void;
};

export type GridCellProps = {
  id: string;
  column: GridColumn;
  row: ViewRow;
  /** What the row is called. */
  name: string;
  problem: string | undefined;
  /** The grid's one tab stop. */
  tabbable: boolean;
  /** In the selected range. */
  selected: boolean;
  /** Shows the handle that the row is dragged by. */
  movable: boolean;
  actions: RowActions;
};

/** A cell with its editor always in it, named as the column. */
export function GridCell({ id, column, row, name, problem, tabbable, ...more }: GridCellProps) {
  const { selected, movable, actions } = more;
  const reason = row.state === "deleted" ? "This row will be deleted." : column.readOnly?.(row);
  const note = problem ?? reason;
  const noteId = note ? `${id}-note` : undefined;
  const walkedTo = (column.editor === "checkbox" || column.editor === "color") && !reason;
  const editor: EditorProps = {
    column,
    row,
    name,
    problem,
    disabled: Boolean(reason),
    noteId,
    actions,
    tabbable,
  };

  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA grid pattern; a card on a phone keeps it
      role="gridcell"
      data-column={column.id}
      data-label={column.label}
      data-editor-kind={column.editor}
      data-edited={column.id in row.edited || undefined}
      className={classes.cell}
      tabIndex={walkedTo ? undefined : tabbable ? 0 : -1}
      aria-selected={selected || undefined}
      aria-readonly={reason ? true : undefined}
      aria-describedby={walkedTo ? undefined : noteId}
      title={reason}
    >
      {movable && (
        <span className={classes.handle} data-row-handle aria-hidden="true" title="Drag, or Alt+Shift+arrow">
          <IconGripVertical size={14} />
        </span>
      )}
      <Editor {...editor} />
      {note && (
        <span id={noteId} className={problem ? classes.problem : classes.hidden}>
          {note}
        </span>
      )}
    </td>
  );
}

type EditorProps = Omit<GridCellProps, "id" | "selected" | "movable"> & {
  disabled: boolean;
  noteId: string | undefined;
};

function Editor({ column, row, name, problem, disabled, noteId, actions, tabbable }: EditorProps): ReactNode {
  const value = row.cells[column.id];
  const shared = {
    "aria-label": column.label,
    "aria-invalid": problem ? true : undefined,
    "aria-describedby": noteId,
    disabled,
  };
  switch (column.editor) {
    case "select": {
      const choices = column.choices?.(row) ?? [];
      return (
        <select
          {...shared}
          data-editor
          tabIndex={-1}
          value={String(value)}
          onChange={(event) => actions.type(row.id, column.id, event.target.value)}
        >
          {!choices.some((choice) => choice.value === value) && (
            // Pasted, and put right or refused by the rules.
            <option value={String(value)} disabled>
              {String(value)}
            </option>
          )}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} disabled={choice.disabled}>
              {choice.label}
            </option>
          ))}
        </select>
      );
    }
    case "checkbox":
      return (
        <input
          {...shared}
          data-widget
          type="checkbox"
          tabIndex={tabbable ? 0 : -1}
          checked={value === true}
          onChange={(event) => actions.type(row.id, column.id, event.target.checked)}
        />
      );
    case "color":
      return (
        <button
          {...shared}
          data-widget
          type="button"
          tabIndex={tabbable ? 0 : -1}
          className={classes.color}
          aria-haspopup="dialog"
          aria-description={String(value)}
          onClick={(event) => actions.openColor(row.id, column.id, event.currentTarget)}
        >
          <span className={classes.swatch} style={{ background: String(value) }} />
          <span aria-hidden="true">{String(value)}</span>
        </button>
      );
    default:
      return (
        <input
          {...shared}
          data-editor
          type="text"
          tabIndex={-1}
          inputMode={column.editor === "number" ? "numeric" : undefined}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          placeholder={row.state === "new" && column.editor === "text" ? name : undefined}
          value={String(value ?? "")}
          onChange={(event) => actions.type(row.id, column.id, event.target.value)}
        />
      );
  }
}
