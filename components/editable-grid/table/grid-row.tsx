"use client";

import { IconArrowBackUp, IconPlus, IconTrash } from "@tabler/icons-react";
import { memo } from "react";
import { isWithin } from "../editing/range";
import { actionColumn, type RowActions } from "../editing/use-hands";
import type { GridColumn } from "../model/types";
import type { ViewRow } from "../model/view-rows";
import { GridCell } from "./grid-cell";
import classes from "./row.module.css";

export type GridBodyRowProps = {
  gridId: string;
  columns: readonly GridColumn[];
  row: ViewRow;
  name: string;
  nameColumn: string;
  /** Holds the problems by column; "" is the row itself. */
  problems: Readonly<Record<string, string>> | undefined;
  /** Names the column that has the grid's tab stop, if this row has it. */
  tabColumn: string | undefined;
  /** Names the selected columns, such as "1-3". */
  selected: string | undefined;
  /** Is undefined where no row has a button. */
  mayDelete: boolean | undefined;
  movable: boolean;
  /** Shows the row fainter than the others. */
  dimmed: boolean;
  busy: boolean;
  /** Hides how the row differs from what is saved. */
  hosted: boolean;
  actions: RowActions;
};

const stateWords = { same: "", new: "", changed: "Changed", added: "New", deleted: "Deleted" };

/** Draws a row again only when something of this very row changed. */
export const GridBodyRow = memo(function GridBodyRow(props: GridBodyRowProps) {
  const { gridId, columns, row, name, problems = noProblems, tabColumn, hosted, actions } = props;

  return (
    <tr
      // biome-ignore lint/a11y/noRedundantRoles: on a phone the row is a card, and keeps its role only if it says so
      role="row"
      aria-label={name}
      data-grid-row={row.id}
      data-state={hosted ? undefined : row.state}
      data-dimmed={props.dimmed || undefined}
      className={classes.row}
    >
      {columns.map((column, index) => (
        <GridCell
          key={column.id}
          id={`${gridId}-${row.id}-${column.id}`}
          column={column}
          row={row}
          name={name}
          names={column.id === props.nameColumn}
          problems={problems}
          room={index + 1 < columns.length && !problems[columns[index + 1]?.id ?? ""]}
          tabbable={tabColumn === column.id}
          selected={isWithin(props.selected, index)}
          movable={props.movable && index === 0}
          busy={props.busy}
          actions={actions}
        />
      ))}
      {props.mayDelete !== undefined && (
        <ActionCell
          row={row}
          word={hosted ? undefined : stateWords[row.state]}
          hasButton={row.state === "new" || props.mayDelete}
          tabbable={tabColumn === actionColumn}
          problem={problems[""]}
          problemId={`${gridId}-${row.id}-problem`}
          actions={actions}
        />
      )}
    </tr>
  );
});

const noProblems: Readonly<Record<string, string>> = {};

type ActionCellProps = Pick<GridBodyRowProps, "row" | "actions"> & {
  /** Describes how the row differs from what is saved, where that is shown. */
  word: string | undefined;
  hasButton: boolean;
  tabbable: boolean;
  /** Is the problem of the row as a whole. */
  problem: string | undefined;
  problemId: string;
};

/** Shows how the row differs from what is saved, and the button for the row as a whole. */
function ActionCell({ row, word, hasButton, tabbable, problem, problemId, actions }: ActionCellProps) {
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA grid pattern; a card on a phone keeps it
      role="gridcell"
      data-column={actionColumn}
      className={classes.action}
      data-empty={!hasButton || undefined}
      tabIndex={hasButton ? undefined : tabbable ? 0 : -1}
    >
      <span className={classes.actionLine}>
        <span className={classes.state}>{word}</span>
        {hasButton && (
          <button
            type="button"
            data-widget
            className={row.state === "new" ? classes.add : classes.button}
            data-plain={word === undefined || undefined}
            tabIndex={tabbable ? 0 : -1}
            aria-describedby={problem && problemId}
            onClick={() => actions.press(row.id)}
          >
            <ButtonFace state={row.state} />
          </button>
        )}
      </span>
      {problem && (
        <span id={problemId} className={classes.problem}>
          {problem}
        </span>
      )}
    </td>
  );
}

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
