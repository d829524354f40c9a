"use client";

import { TextInput, type TextInputProps } from "@mantine/core";
import type { FocusEvent, KeyboardEvent } from "react";
import { useTypedNumber } from "./use-typed-number";
import { keyedNumber, wholeNumber } from "./whole-number";

interface WholeNumberInputProps
  extends Omit<TextInputProps, "value" | "onChange" | "type" | "min" | "max" | "role"> {
  /** Is digits, blank, or text that could not be read, as lib/domain/format/read.ts holds it. */
  value: string;
  onChange: (value: string) => void;
  min?: number;
  max: number;
}

/**
 * Asks for a whole number in the reader's notation, by digits, arrow keys, Page Up and Page Down. It never rewrites
 * what is typed.
 */
export function WholeNumberInput({
  value,
  onChange,
  min = 1,
  max,
  error,
  onKeyDown,
  onFocus,
  onBlur,
  ...rest
}: WholeNumberInputProps) {
  const field = useTypedNumber({ value, onChange, whole: true });
  const number = wholeNumber(value);
  const step = (event: KeyboardEvent<HTMLInputElement>) => {
    onKeyDown?.(event);
    const next = keyedNumber(event, number, { min, max });
    if (next === null) return;
    event.preventDefault();
    onChange(String(next));
  };

  return (
    <TextInput
      {...rest}
      role="spinbutton"
      inputMode="numeric"
      autoComplete="off"
      aria-valuenow={number ?? undefined}
      aria-valuetext={number === null ? field.text || "Nothing" : undefined}
      aria-valuemin={min}
      aria-valuemax={max}
      value={field.text}
      error={field.problem ?? error}
      onChange={(event) => field.type(event.currentTarget.value)}
      onKeyDown={step}
      onFocus={(event: FocusEvent<HTMLInputElement>) => {
        field.onFocus();
        onFocus?.(event);
      }}
      onBlur={(event: FocusEvent<HTMLInputElement>) => {
        field.onBlur();
        onBlur?.(event);
      }}
    />
  );
}
