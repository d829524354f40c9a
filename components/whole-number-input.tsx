"use client";

import { TextInput, type TextInputProps } from "@mantine/core";
import type { KeyboardEvent } from "react";
import { keyedNumber, wholeNumber } from "./whole-number";

interface WholeNumberInputProps
  extends Omit<TextInputProps, "value" | "onChange" | "type" | "min" | "max" | "role"> {
  /** As typed, so that what is wrong stays to be put right. */
  value: string;
  onChange: (value: string) => void;
  min?: number;
  max: number;
}

/** A spin button for whole numbers: digits, arrow keys, Page Up and Page Down; it never rewrites what is typed. */
export function WholeNumberInput({
  value,
  onChange,
  min = 1,
  max,
  onKeyDown,
  ...rest
}: WholeNumberInputProps) {
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
      aria-valuetext={number === null ? value || "Nothing" : undefined}
      aria-valuemin={min}
      aria-valuemax={max}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={step}
    />
  );
}
