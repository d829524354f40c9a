"use client";

import { lazy, Suspense } from "react";
import type { Edit } from "../editing/use-edit";
import type { Hands } from "../editing/use-hands";
import type { GridColumn, GridProblem, RowRules } from "../model/types";
import type { ViewRow } from "../model/view-rows";
import { GridTable } from "./grid-table";

// These load when they are first wanted, since most visits need none of them.
const ColorPopover = lazy(() => import("../../inputs/color-popover"));
const KeysDialog = lazy(() => import("./keys-dialog"));

export type GridBodyProps<Info> = {
  label: string;
  columns: readonly GridColumn<Info>[];
  rules: RowRules<Info>;
  rows: readonly ViewRow<Info>[];
  problems: readonly GridProblem[];
  edit: Edit<Info>;
  hands: Hands<Info>;
  busy: boolean;
  /** Says why no row is shown. */
  without?: string | undefined;
  /** Leaves it to the form to tell how a row differs from what is saved. */
  hosted?: boolean;
  keys: boolean;
  onKeys: (shown: boolean) => void;
};

/** Draws the rows with what they open: the color picker, and the list of keys. */
export function GridBody<Info>({ edit, hands, rules, rows, keys, onKeys, ...props }: GridBodyProps<Info>) {
  const { picking, bulk, nameOf } = hands;
  const { mayDelete, isDimmed } = rules;
  const picked = picking && (rows.find(({ id }) => id === picking.rowId) as ViewRow | undefined);
  return (
    <>
      <GridTable
        label={props.label}
        columns={props.columns as readonly GridColumn[]}
        nameColumn={rules.nameColumn}
        rows={rows as readonly ViewRow[]}
        nameOf={nameOf}
        mayDelete={mayDelete && ((row) => mayDelete(row as ViewRow<Info>))}
        isDimmed={isDimmed && ((row) => isDimmed(row as ViewRow<Info>))}
        without={props.without}
        problems={props.problems}
        busy={props.busy}
        hosted={props.hosted ?? false}
        actions={hands.actions}
        onUndo={hands.undo}
        onRedo={hands.redo}
        onEndTyping={() => edit.change({ do: "endTyping" })}
        onPutBack={(place) => edit.change({ do: "putBack", ...place })}
        onPaste={hands.paste}
        onClear={bulk.clear}
        onMove={hands.move}
        onHelp={() => onKeys(true)}
        say={edit.say}
        goTo={hands.goTo}
      />
      <Suspense>
        {picking && picked && (
          <ColorPopover
            anchor={picking.button}
            value={String(picked.cells[picking.column])}
            sample={nameOf(picked)}
            onChange={(color) => hands.type(picking.rowId, picking.column, color)}
            onClose={hands.donePicking}
          />
        )}
        {keys && (
          <KeysDialog saves={!props.hosted} moves={hands.move !== undefined} onClose={() => onKeys(false)} />
        )}
      </Suspense>
    </>
  );
}
