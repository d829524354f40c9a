"use client";

import { TextInput, type TextInputProps } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { formatDate } from "@/lib/domain/format/format";
import { useLocale } from "../format/locale";
import { useStill } from "../live/still";

interface DateFieldProps extends Omit<TextInputProps, "value" | "defaultValue" | "onChange" | "type"> {
  /** The day that counts, "2026-11-25"; empty where there is none, null where what is on screen is no possible day. */
  value: string | null;
  /** Told once a date is complete and confirmed; of null when what is on screen cannot be taken. */
  onChange: (day: string | null) => void;
  /** The days that can be chosen. */
  first?: string | undefined;
  last?: string | undefined;
  /** No date is an answer as well. */
  optional?: boolean;
}

/**
 * Asks for a day. What is typed counts when the field is left, on Enter, or at once when it is chosen in the picker; a
 * date that is incomplete or impossible stays on screen with what is wrong.
 */
export function DateField({ value, onChange, first, last, optional, error, ...props }: DateFieldProps) {
  const locale = useLocale();
  const input = useRef<HTMLInputElement>(null);
  const typing = useRef(false);
  const told = useRef(value);
  const [problem, setProblem] = useState<string | null>(null);
  // Where the field is left by pressing a button, that stays where it is.
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
