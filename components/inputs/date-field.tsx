"use client";

import { TextInput, type TextInputProps } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { formatDate } from "@/lib/domain/format/format";
import { useLocale } from "../format/locale";
import { useStill } from "../live/still";

interface DateFieldProps extends Omit<TextInputProps, "value" | "defaultValue" | "onChange" | "type"> {
  /**
   * Is the day that counts, such as "2026-11-25". It is empty where there is none, and null where the text is no
   * possible day.
   */
  value: string | null;
  /** Is told a date that is complete and confirmed, or null when the text cannot be taken. */
  onChange: (day: string | null) => void;
  /** Bounds the days that can be chosen. */
  first?: string | undefined;
  last?: string | undefined;
  /** Accepts no date as an answer. */
  optional?: boolean;
}

/**
 * Asks for a day. Typing counts when the field is left, on Enter, or at once when a day is chosen in the picker. A
 * date that is incomplete or impossible stays on screen with its problem.
 */
export function DateField({ value, onChange, first, last, optional, error, ...props }: DateFieldProps) {
  const locale = useLocale();
  const input = useRef<HTMLInputElement>(null);
  const typing = useRef(false);
  const told = useRef(value);
  const [problem, setProblem] = useState<string | null>(null);
  // The button that is pressed to leave the field must stay where it is.
  const shown = useStill(problem ?? error);

  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    if (value !== null && input.current) input.current.value = value;
    setProblem(null);
  }, [value]);

  const problemOf = ({ value: day, validity }: HTMLInputElement): string | null => {
    if (validity.badInput) return "Enter a complete date that exists.";
    if (day === "") return optional ? null : "Enter a date.";
    const words = (one: string) => formatDate(one, "date", locale);
    if (first && last && (day < first || day > last))
      return `Choose a date from ${words(first)} to ${words(last)}.`;
    if (first && day < first) return `Choose a date from ${words(first)} on.`;
    return last && day > last ? `Choose a date up to ${words(last)}.` : null;
  };
  const confirm = (field: HTMLInputElement) => {
    typing.current = false;
    const wrong = problemOf(field);
    const day = wrong === null ? field.value : null;
    setProblem(wrong);
    if (day === told.current) return;
    told.current = day;
    onChange(day);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter") confirm(event.currentTarget);
    else if (!event.altKey && /^(\S|Arrow(Up|Down)|Backspace|Delete)$/u.test(event.key))
      typing.current = true;
  };

  return (
    <TextInput
      {...props}
      ref={input}
      type="date"
      {...(first && { min: first })}
      {...(last && { max: last })}
      defaultValue={value ?? ""}
      error={shown}
      onKeyDown={onKeyDown}
      onPointerDown={() => {
        typing.current = false;
      }}
      onChange={(event) => {
        if (typing.current) setProblem(null);
        else confirm(event.currentTarget);
      }}
      onBlur={(event) => confirm(event.currentTarget)}
    />
  );
}
