"use client";

import { TextInput } from "@mantine/core";
import { type RefObject, useState } from "react";
import { useStill } from "@/components/live/still";
import { kindOf, type ValueKinds, valueProblem } from "@/lib/domain/values/value-kind";

interface ValueFieldProps {
  name: string;
  kinds: ValueKinds;
  /** What is kept already: it was right when it was entered, and stays. */
  kept?: string;
  value: string;
  onChange: (value: string) => void;
  /** Called when the field is left, or Enter is pressed, with a value of its kind or none. */
  onKeep?: () => void;
  description?: string | undefined;
  /** Why the server did not take it. */
  problem?: string | null;
  /** It was asked for: what is wrong shows without the field being left. */
  checked?: boolean;
  input?: RefObject<HTMLInputElement | null>;
}

/** A value that a product asks for; once the field is left it says how a value of its kind is written. */
export function ValueField(props: ValueFieldProps) {
  const { name, kinds, kept, value, onChange, onKeep, description, problem, checked = false, input } = props;
  const [left, setLeft] = useState(false);
  const wrong = value.trim() === kept ? null : valueProblem(kindOf(kinds, name), value);
  // It would move the button that is being pressed.
  const shown = useStill((left || checked ? wrong : null) ?? problem);
  const leave = () => {
    setLeft(true);
    if (wrong === null) onKeep?.();
  };
  return (
    <TextInput
      ref={input}
      label={name}
      size="md"
      value={value}
      onChange={(event) => {
        setLeft(false);
        onChange(event.currentTarget.value);
      }}
      onBlur={leave}
      onKeyDown={(event) => event.key === "Enter" && leave()}
      description={description}
      error={shown}
      data-wrong={wrong !== null || undefined}
    />
  );
}
