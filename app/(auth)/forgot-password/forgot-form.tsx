"use client";

import { Button, TextInput } from "@mantine/core";
import { useActionState, useEffect, useRef } from "react";
import { Callout } from "@/components/feedback/callout";
import { problemsByPath } from "@/lib/schemas/action-result";
import { SentForm } from "../_components/sent-form";
import { askForLinkAction } from "./actions";

/** Asks for the email, also before the page's scripts have run. */
export function ForgotForm() {
  const [answer, submit, pending] = useActionState(askForLinkAction, null);
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answer?.ok) said.current?.focus();
  }, [answer]);

  if (answer?.ok) {
    return (
      <>
        <Callout ref={said} tone="done">
          If somebody signs in with {answer.value.email}, we email them a link.
        </Callout>
        <p>The link works once and for 24 hours. If no email arrives, look into your spam folder.</p>
      </>
    );
  }
  const problems = problemsByPath(answer?.problems ?? []);
  return (
    <>
      {answer && !problems.email && <Callout tone="problem">{answer.message}</Callout>}
      <SentForm submit={submit}>
        <p>Enter the address with which you sign in. We email you a link for a new password.</p>
        <TextInput
          label="Email"
          name="email"
          inputMode="email"
          autoComplete="username"
          autoFocus
          error={problems.email}
        />
        <Button type="submit" loading={pending} fullWidth mt="sm">
          Send the link
        </Button>
      </SentForm>
    </>
  );
}
