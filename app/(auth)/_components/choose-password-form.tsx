"use client";

import { Button, PasswordInput } from "@mantine/core";
import { useActionState } from "react";
import { Callout } from "@/components/feedback/callout";
import { passwordLength } from "@/lib/domain/values/password";
import { problemsByPath } from "@/lib/schemas/action-result";
import { choosePasswordAction } from "./actions";
import { SentForm } from "./sent-form";

interface ChoosePasswordFormProps {
  secret: string;
  purpose: "invitation" | "password";
  email: string;
}

/** Asks for a new password, also before the page's scripts have run. */
export function ChoosePasswordForm({ secret, purpose, email }: ChoosePasswordFormProps) {
  const [failure, submit, pending] = useActionState(choosePasswordAction, null);
  const { password } = problemsByPath(failure?.problems ?? []);
  return (
    <SentForm submit={submit}>
      {failure && !password && <Callout tone="problem">{failure.message}</Callout>}
      <input type="hidden" name="secret" value={secret} />
      <input type="hidden" name="purpose" value={purpose} />
      {/* Password managers keep the password under this name. */}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <PasswordInput
        label="New password"
        name="password"
        description={`Use at least ${passwordLength.min} characters, such as a sentence. Leave out your name, your email address and your company.`}
        autoComplete="new-password"
        autoFocus
        visibilityToggleButtonProps={{ "aria-label": "Show password" }}
        error={password}
      />
      <Button type="submit" loading={pending} fullWidth mt="sm">
        Set password
      </Button>
    </SentForm>
  );
}
