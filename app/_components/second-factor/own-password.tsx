"use client";

import { PasswordInput } from "@mantine/core";

interface OwnPasswordProps {
  value: string;
  error: string | undefined;
  onChange: (typed: string) => void;
}

/** Asks for the password once more, before something changes that protects it. */
export function OwnPassword({ value, error, onChange }: OwnPasswordProps) {
  return (
    <PasswordInput
      label="Your password"
      autoComplete="current-password"
      data-autofocus
      visibilityToggleButtonProps={{ "aria-label": "Show your password" }}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
