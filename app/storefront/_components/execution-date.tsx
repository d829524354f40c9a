"use client";

import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useLocale } from "@/components/locale";
import { formatDate } from "@/lib/domain/format/format";

interface ExecutionDateProps {
  day: string;
  /** The days that can be chosen. */
  first: string;
  last: string;
  /** Told of a day that can be chosen, and of no other. */
  onChange: (day: string) => void;
}

/** A day from tomorrow on; what is typed and cannot be chosen stays, with the days that can. */
export function ExecutionDate({ day, first, last, onChange }: ExecutionDateProps) {
  const locale = useLocale();
  const [typed, setTyped] = useState(day);
  const possible = typed === day || (typed >= first && typed <= last);
  const words = (value: string) => formatDate(value, "date", locale);
  return (
    <TextInput
      type="date"
      size="md"
      label="Execution date"
      min={first}
      max={last}
      value={typed}
      error={possible ? null : `Choose a date from ${words(first)} to ${words(last)}.`}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        setTyped(chosen);
        if (chosen >= first && chosen <= last && chosen !== day) onChange(chosen);
      }}
    />
  );
}
