"use client";

import { Button } from "@mantine/core";
import { useActionState, useEffect, useRef } from "react";
import { Callout } from "@/components/feedback/callout";
import { Link } from "@/components/layout/link";
import { confirmEmailAction } from "./actions";
import { SentForm } from "./sent-form";

/** Confirms by a press, since mail programs open links as well. */
export function ConfirmEmailForm({ secret, newEmail }: { secret: string; newEmail: string }) {
  const [answer, submit, pending] = useActionState(confirmEmailAction, null);
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answer?.ok) said.current?.focus();
  }, [answer]);
  if (answer?.ok) {
    return (
      <>
        <Callout ref={said} tone="done">
          The address is confirmed. Sign in with {answer.value.email} from now on.
        </Callout>
        <Link href="/login">Go on</Link>
      </>
    );
  }
  return (
    <SentForm submit={submit}>
      <p>Until you confirm it, your old address signs you in.</p>
      {answer && <Callout tone="problem">{answer.message}</Callout>}
      <input type="hidden" name="secret" value={secret} />
      <Button type="submit" loading={pending} fullWidth mt="sm">
        Confirm {newEmail}
      </Button>
    </SentForm>
  );
}
