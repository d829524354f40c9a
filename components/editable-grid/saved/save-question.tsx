"use client";

import { lazy, Suspense } from "react";
import { ReturnFocus } from "../../dialog/focus-return";
import classes from "./panels.module.css";

const ConfirmDialog = lazy(async () => ({
  default: (await import("../../dialog/confirm-dialog")).ConfirmDialog,
}));

export type SaveQuestionProps = {
  title: string;
  lines: readonly string[];
  saving: boolean;
  onConfirm: () => void;
  onBack: () => void;
};

/** What the save asks first. */
export function SaveQuestion({ title, lines, saving, onConfirm, onBack }: SaveQuestionProps) {
  return (
    <Suspense>
      <ReturnFocus>
        <ConfirmDialog
          opened
          title={title}
          confirm="Save"
          pending={saving}
          onClose={onBack}
          onConfirm={onConfirm}
        >
          <ul className={classes.lines}>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </ConfirmDialog>
      </ReturnFocus>
    </Suspense>
  );
}
