"use client";

import { type ComponentProps, type KeyboardEvent, type ReactNode, useState } from "react";
import { keyedNumber, wholeNumber } from "../../inputs/whole-number";
import type { RowActions } from "../editing/use-hands";
import { wordOf } from "../model/cell-text";
import type { GridColumn } from "../model/types";
import type { ViewRow } from "../model/view-rows";
import classes from "./cell.module.css";

export type CellEditorProps = {
  column: GridColumn;
  row: ViewRow;
  /** Is what the reader calls the row. */
  name: string;
  problem: string | undefined;
  /** Holds the row's problems by column. */
  problems: Readonly<Record<string, string>>;
  /** Makes the cell the grid's one tab stop. */
  tabbable: boolean;
  disabled: boolean;
  /** Says that a save is under way. */
  busy: boolean;
  noteId: string | undefined;
  actions: RowActions;
};

/** Draws the editor of a cell, which is always there, or what the cell only shows. */
export function CellEditor(props: CellEditorProps): ReactNode {
  const { column, row, name, problem, problems, tabbable, disabled, busy, noteId, actions } = props;
  const value = row.cells[column.id];
  const type = (typed: string | boolean) => actions.type(row.id, column.id, typed);
  const shared = {
    "aria-label": column.name?.(row) ?? column.label,
    "aria-invalid": problem ? true : undefined,
    "aria-describedby": noteId,
    disabled,
  };
  switch (column.editor) {
    case "static":
      return <div className={classes.static}>{column.render?.(row, nothing)}</div>;
    case "custom": {
      const cell = {
        type: (of: string, typed: string | boolean) => actions.type(row.id, of, typed),
        problems,
        disabled,
      };
      return (
        <div data-custom className={classes.static}>
          {column.render?.(row, cell)}
        </div>
      );
    }
    case "select": {
      const choices = column.choices?.(row) ?? [];
      return (
        <select
          {...shared}
          data-editor
          className={classes.editor}
          tabIndex={-1}
          value={String(value)}
          onChange={(event) => type(event.target.value)}
        >
          {!choices.some((choice) => choice.value === value) && (
            // It was pasted, and the rules say what to choose instead.
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
          className={classes.tick}
          tabIndex={tabbable ? 0 : -1}
          checked={value === true}
          onChange={(event) => type(event.target.checked)}
        />
      );
    case "color":
      return (
        <button
          {...shared}
          data-widget
          type="button"
          tabIndex={tabbable ? 0 : -1}
          className={`${classes.editor} ${classes.color}`}
          aria-haspopup="dialog"
          aria-description={String(value)}
          onClick={(event) => actions.openColor(row.id, column.id, event.currentTarget)}
        >
          <span className={classes.swatch} style={{ background: String(value) }} />
          <span className={classes.hex} aria-hidden="true">
            {wordOf(column, row, value)}
          </span>
        </button>
      );
    default: {
      const text = String(value ?? "");
      return (
        <TypedInput
          {...shared}
          {...(column.editor === "spin" && spinButton(text, column, type))}
          data-editor
          type="text"
          className={classes.editor}
          tabIndex={-1}
          readOnly={busy}
          inputMode={column.editor === "text" ? undefined : column.decimals ? "decimal" : "numeric"}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          placeholder={
            column.placeholder?.(row) ?? (row.state === "new" && column.editor === "text" ? name : undefined)
          }
          held={text}
          notation={column.notation ?? asItIs}
          onHeld={type}
        />
      );
    }
  }
}

const asItIs = { shown: (held: string) => held, read: (typed: string) => typed };

type TypedInputProps = Omit<ComponentProps<"input">, "value" | "onChange"> & {
  held: string;
  notation: NonNullable<GridColumn["notation"]>;
  onHeld: (held: string) => void;
};

/** Keeps what is typed as it is, and shows a value from elsewhere as the reader writes it. */
function TypedInput({ held, notation, onHeld, ...rest }: TypedInputProps) {
  const [typed, setTyped] = useState({ text: "", held: "" });
  return (
    <input
      {...rest}
      value={typed.held === held && typed.text !== "" ? typed.text : notation.shown(held)}
      onChange={({ target: { value: text } }) => {
        const read = notation.read(text);
        setTyped({ text, held: read });
        onHeld(read);
      }}
    />
  );
}

const nothing = { type: () => {}, problems: {}, disabled: true };

function spinButton(text: string, { range }: GridColumn, type: (typed: string) => void) {
  const number = wholeNumber(text);
  const { min = 0, max = Number.MAX_SAFE_INTEGER } = range ?? {};
  return {
    role: "spinbutton",
    "aria-valuenow": number ?? undefined,
    "aria-valuetext": number === null ? text || "Nothing" : undefined,
    "aria-valuemin": min,
    "aria-valuemax": max,
    onKeyDown: (event: KeyboardEvent) => {
      const next = keyedNumber(event, number, { min, max });
      if (next === null) return;
      event.preventDefault();
      type(String(next));
    },
  };
}
