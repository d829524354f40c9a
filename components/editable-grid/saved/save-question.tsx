"use client";

import { lazy, Suspense } from "react";
import classes from "./panels.module.css";

const Dialog = lazy(async () => ({ default: (await import("../../dialog/dialog")).Dialog }));
const DialogForm = lazy(async () => ({ default: (await import("../../dialog/dialog-form")).DialogForm }));

export type SaveQuestionProps = {
  title: string;
  lines: readonly string[];
  saving: boolean;
  onConfirm: () => void;
  onBack: () => void;
};

/** Asks before the save. */
export function SaveQuestion({ title, lines, saving, onConfirm, onBack }: SaveQuestionProps) {
  return (
    <Suspense>
      <Dialog title={title} onClose={onBack}>
        <DialogForm verb="Save" pending={saving} onSubmit={onConfirm} onClose={onBack}>
          <ul className={classes.lines}>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </DialogForm>
      </Dialog>
    </Suspense>
  );
}
