"use client";

import { TextInput } from "@mantine/core";
import { type RefObject, useState } from "react";
import { useStill } from "@/components/live/still";
import { howToWrite, isWrong, kindOf, type ValueKinds } from "@/lib/domain/values/value-kind";

interface ValueFieldProps {
  name: string;
  kinds: ValueKinds;
  /** Is the saved value, which was right when it was entered, and stays. */
  kept?: string;
  value: string;
  onChange: (value: string) => void;
  /** Is called when the field is left or Enter is pressed, with a value of its kind or none. */
  onKeep?: () => void;
  description?: string | undefined;
  /** Tells why the server did not take the value. */
  problem?: string | null;
  /** Says that the value was asked for, so that its problem shows without the field being left. */
  checked?: boolean;
  input?: RefObject<HTMLInputElement | null>;
}

/** Asks for a value that a product needs. Once the field is left, it says how a value of its kind is written. */
export function ValueField(props: ValueFieldProps) {
  const { name, kinds, kept, value, onChange, onKeep, description, problem, checked = false, input } = props;
  const [left, setLeft] = useState(false);
  const kind = kindOf(kinds, name);
  const wrong = value.trim() !== kept && isWrong(kind, value) ? howToWrite[kind] : null;
  // A new line would move the button that is being pressed.
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
