"use client";

import { useEffect, useRef } from "react";
import type { Consequences } from "../model/props";
import type { DeleteQuestion } from "../model/types";
import classes from "./consequence-panel.module.css";

export type AskedDeletion = {
  rowId: string;
  name: string;
  question: DeleteQuestion;
  answer: string | undefined;
};

export type ConsequencePanelProps = {
  /** Is null while the consequences are being worked out. */
  consequences: Consequences | null;
  /** Lists deleted rows that need an answer. */
  asked: AskedDeletion[];
  /** Names the one to answer now; it is a new object each time. */
  askNow: { rowId: string } | null;
  /** Says that a save was refused, so that an answer that is still missing is marked. */
  refused: boolean;
  onAnswer: (rowId: string, answer: string) => void;
  /** Goes back to the row in the grid. */
  onGo: (rowId: string) => void;
};

/** Says what the edit does, and asks for what it needs to know. */
export function ConsequencePanel({
  consequences,
  asked,
  askNow,
  refused,
  onAnswer,
  onGo,
}: ConsequencePanelProps) {
  const waits = asked.some(({ answer }) => !answer);
  return (
    <section
      className={classes.panel}
      aria-label="Consequences"
      aria-busy={consequences === null}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has to be read without a pointer too
      tabIndex={0}
    >
      <h2>When you save</h2>
      {asked.map((one) => (
        <Question
          key={one.rowId}
          {...one}
          wanted={askNow?.rowId === one.rowId ? askNow : null}
          missing={refused && !one.answer}
          onAnswer={(answer) => onAnswer(one.rowId, answer)}
          onDone={() => onGo(one.rowId)}
        />
      ))}
      {!consequences && <p className={classes.quiet}>Working out what this does…</p>}
      <div aria-live="polite">
        {consequences && <Told consequences={consequences} waits={waits} onGo={onGo} />}
      </div>
    </section>
  );
}

type ToldProps = Pick<ConsequencePanelProps, "onGo"> & {
  consequences: Consequences;
  /** Says that an answer is missing. */
  waits: boolean;
};

function Told({ consequences, waits, onGo }: ToldProps) {
  // The question above says the same.
  if (consequences.kind === "unknown" && waits) return null;
  if (consequences.kind === "unknown") return <p className={classes.quiet}>{consequences.why}</p>;
  if (consequences.lines.length === 0) return null;
  return (
    <ul>
      {consequences.lines.map(({ rowId, text }) => (
        <li key={text}>
          {rowId ? (
            <button type="button" onClick={() => onGo(rowId)}>
              {text}
            </button>
          ) : (
            text
          )}
        </li>
      ))}
    </ul>
  );
}

type QuestionProps = AskedDeletion & {
  wanted: object | null;
  missing: boolean;
  onAnswer: (answer: string) => void;
  onDone: () => void;
};

function Question({ name, question, answer, wanted, missing, onAnswer, onDone }: QuestionProps) {
  const list = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (wanted) list.current?.focus();
  }, [wanted]);

  return (
    <label className={classes.question}>
      <span>{question.text}</span>
      <select
        ref={list}
        aria-label={`${question.label} for ${name}`}
        aria-invalid={missing || undefined}
        value={answer ?? ""}
        onChange={(event) => onAnswer(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== "Escape") return;
          event.preventDefault();
          onDone();
        }}
      >
        <option value="" disabled>
          Choose the {question.label.toLowerCase()}
        </option>
        {question.choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
