"use client";

import { lazy, Suspense } from "react";
import classes from "./editable-grid.module.css";
import { ReturnFocus } from "./return-focus";

// Loaded when first wanted, since most visits want none of them.
const ColorPopover = lazy(() => import("../color-popover"));
const KeysDialog = lazy(() => import("./keys-dialog"));
const ConfirmDialog = lazy(async () => ({ default: (await import("../confirm-dialog")).ConfirmDialog }));

export type GridDialogsProps = {
  /** The cell whose color is being picked. */
  color: { anchor: HTMLElement; value: string; sample: string } | null;
  onColor: (color: string) => void;
  onColorDone: () => void;
  keys: boolean;
  onKeysDone: () => void;
  /** What the save asks first. */
  consequences: { title: string; lines: string[] } | null;
  saving: boolean;
  onConfirm: () => void;
  onBack: () => void;
};

/** What the grid asks, one thing at a time. */
export function GridDialogs(props: GridDialogsProps) {
  const { color, keys, consequences } = props;
  return (
    <Suspense>
      {color && <ColorPopover {...color} onChange={props.onColor} onClose={props.onColorDone} />}
      {keys && <KeysDialog onClose={props.onKeysDone} />}
      {consequences && (
        <ReturnFocus>
          <ConfirmDialog
            opened
            title={consequences.title}
            confirm="Save"
            pending={props.saving}
            onClose={props.onBack}
            onConfirm={props.onConfirm}
          >
            <ul className={classes.lines}>
              {consequences.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </ConfirmDialog>
        </ReturnFocus>
      )}
    </Suspense>
  );
}
