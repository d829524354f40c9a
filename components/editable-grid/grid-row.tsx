"use client";

import { IconArrowBackUp, IconPlus, IconTrash } from "@tabler/icons-react";
import { memo } from "react";
import classes from "./editable-grid.module.css";
import { GridCell, type RowActions } from "./grid-cell";
import { isWithin } from "./range";
import type { GridColumn } from "./types";
import type { ViewRow } from "./view-rows";

export type GridBodyRowProps = {
  gridId: string;
  columns: readonly GridColumn[];
  row: ViewRow;
  name: string;
  /** By column; "" is the row itself. */
  problems: Record<string, string> | undefined;
  /** The column that holds the grid's tab stop, if this row does. */
  tabColumn: string | undefined;
  /** The selected columns, "1-3". */
  selected: string | undefined;
  mayDelete: boolean;
  movable: boolean;
  actions: RowActions;
};

/** Of the last column, which has the row's button. */
export const actionColumn = "action";

const stateWords = { same: "", new: "", changed: "Changed", added: "New", deleted: "Deleted" };

/** Drawn anew only when something of this very row changed. */
export const GridBodyRow = memo(function GridBodyRow(props: GridBodyRowProps) {
  const { gridId, columns, row, name, problems, tabColumn, selected, mayDelete, movable, actions } = props;
  const tabbable = tabColumn === actionColumn;
  const hasButton = row.state === "new" || mayDelete;
  const rowProblem = problems?.[""];
  const problemId = rowProblem && `${gridId}-${row.id}-problem`;

  return (
    // biome-ignore lint/a11y/noRedundantRoles: on a phone the row is a card, and keeps its role only if it says so
    <tr role="row" aria-label={name} data-grid-row={row.id} data-state={row.state} className={classes.row}>
      {columns.map((column, index) => (
        <GridCell
          key={column.id}
          id={`${gridId}-${row.id}-${column.id}`}
          column={column}
          row={row}
          name={name}
          problem={problems?.[column.id]}
          tabbable={tabColumn === column.id}
          selected={isWithin(selected, index)}
          movable={movable && index === 0}
          actions={actions}
        />
      ))}
      <td
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA grid pattern; a card on a phone keeps it
        role="gridcell"
        data-column={actionColumn}
        className={classes.action}
        tabIndex={hasButton ? undefined : tabbable ? 0 : -1}
      >
        <span className={classes.actionLine}>
          <span className={classes.state}>{stateWords[row.state]}</span>
          {hasButton && (
            <button
              type="button"
              data-widget
              className={row.state === "new" ? classes.add : classes.button}
              tabIndex={tabbable ? 0 : -1}
              aria-describedby={problemId || undefined}
              onClick={() => actions.press(row.id)}
            >
              <ButtonFace state={row.state} />
            </button>
          )}
        </span>
        {rowProblem && (
          <span id={problemId} className={classes.problem}>
            {rowProblem}
          </span>
        )}
      </td>
    </tr>
  );
});

function ButtonFace({ state }: { state: ViewRow["state"] }) {
  if (state === "new") {
    return (
      <>
        <IconPlus size={16} aria-hidden="true" />
        Add
      </>
    );
  }
  const [Icon, word] = state === "deleted" ? [IconArrowBackUp, "Restore"] : [IconTrash, "Delete"];
  return (
    <>
      <Icon size={16} aria-hidden="true" />
      <span className={classes.word}>{word}</span>
    </>
  );
}
