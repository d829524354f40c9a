"use client";

import { useState } from "react";
import { ConfirmDialog } from "../confirm-dialog";
import classes from "./editable-grid.module.css";
import type { DeleteQuestion } from "./types";

export type DeleteDialogProps = {
  /** What is deleted. */
  name: string;
  question: DeleteQuestion;
  onDelete: (answer: string) => void;
  onClose: () => void;
};

/** Asks the one thing that a deletion needs to know. */
export default function DeleteDialog({ name, question, onDelete, onClose }: DeleteDialogProps) {
  const [answer, setAnswer] = useState("");
  const [missing, setMissing] = useState(false);
  return (
    <ConfirmDialog
      opened
      title={`Delete ${name}`}
      confirm="Delete"
      danger
      problem={missing ? `Choose the ${question.label.toLowerCase()} first.` : null}
      onClose={onClose}
      onConfirm={() => (answer ? onDelete(answer) : setMissing(true))}
    >
      <p>{question.text}</p>
      <label className={classes.question}>
        <span>{question.label}</span>
        <select
          value={answer}
          data-autofocus
          aria-invalid={missing || undefined}
          onChange={(event) => {
            setAnswer(event.target.value);
            setMissing(false);
          }}
        >
          <option value="" disabled>
            Choose one
          </option>
          {question.choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </ConfirmDialog>
  );
}
