"use client";

import { TextInput, type TextInputProps } from "@mantine/core";
import type { KeyboardEvent } from "react";

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
    const by = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onChange(String(Math.min(max, Math.max(min, (number ?? min - Math.sign(by)) + by))));
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

/** What is typed as a whole number; null when it is none. */
export function wholeNumber(typed: string): number | null {
  const text = typed.trim();
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
