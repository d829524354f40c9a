"use client";

import { lazy, Suspense } from "react";
import type { Edit } from "../editing/use-edit";
import type { Hands } from "../editing/use-hands";
import type { GridColumn, GridProblem, RowRules } from "../model/types";
import type { ViewRow } from "../model/view-rows";
import { GridTable } from "./grid-table";

// Loaded when first wanted, since most visits want none of them.
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
  /** Why no row is shown. */
  without?: string | undefined;
  /** How a row differs from what is saved is the form's to say. */
  hosted?: boolean;
  keys: boolean;
  onKeys: (shown: boolean) => void;
};

/** The rows with what they open: a color to pick, and the keys. */
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
