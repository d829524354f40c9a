"use client";

import { Button, TextInput } from "@mantine/core";
import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";
import { useActionState } from "react";
import { Callout } from "@/components/feedback/callout";
import { problemsByPath } from "@/lib/schemas/action-result";
import { SentForm } from "../../_components/sent-form";
import { finishByPasskeyAction } from "../passkey-actions";
import { PasskeyButton } from "../passkey-button";
import { finishByCodeAction } from "./actions";

interface SecondFactorFormProps {
  step: { app: boolean; passkey: PublicKeyCredentialRequestOptionsJSON | null };
  next: string | null;
}

/** Asks for a code, also before the page's scripts have run, and offers the passkey that a person has. */
export function SecondFactorForm({ step: { app, passkey }, next }: SecondFactorFormProps) {
  const [failure, submit, pending] = useActionState(finishByCodeAction, null);
  const { code } = problemsByPath(failure?.problems ?? []);
  return (
    <>
      {failure && !code && <Callout tone="problem">{failure.message}</Callout>}
      {passkey && (
        <PasskeyButton
          verb="Use your passkey"
          ask={async () => ({ ok: true, value: passkey })}
          answer={(response) => finishByPasskeyAction(response, next)}
        />
      )}
      <SentForm submit={submit}>
        {next && <input type="hidden" name="next" value={next} />}
        <TextInput
          label={app ? "Code" : "Recovery code"}
          name="code"
          description={
            app
              ? "Enter the six digits that your authenticator app shows, or one of your recovery codes."
              : "Enter one of your recovery codes if you don't have your passkey."
          }
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          autoFocus={app}
          error={code}
        />
        <Button type="submit" loading={pending} fullWidth mt="sm" variant={app ? "filled" : "default"}>
          Sign in
        </Button>
      </SentForm>
    </>
  );
}
