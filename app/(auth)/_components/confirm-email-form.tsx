"use client";

import { Button } from "@mantine/core";
import { useActionState, useEffect, useRef } from "react";
import { Link } from "@/components/layout/link";
import { confirmEmailAction } from "./actions";
import classes from "./auth.module.css";
import { SentForm } from "./sent-form";

/** Confirms by a press, since mail programs open links as well. */
export function ConfirmEmailForm({ secret, newEmail }: { secret: string; newEmail: string }) {
  const [answer, submit, pending] = useActionState(confirmEmailAction, null);
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (answer?.ok) said.current?.focus();
  }, [answer]);
  if (answer?.ok) {
    return (
      <>
        <p ref={said} role="status" tabIndex={-1} className={classes.done}>
          The address is confirmed. Sign in with {answer.value.email} from now on.
        </p>
        <Link href="/login">Go on</Link>
      </>
    );
  }
  return (
    <SentForm submit={submit}>
      <p>Until you confirm it, your old address signs you in.</p>
      {answer && (
        <div role="alert" className={classes.alert}>
          {answer.message}
        </div>
      )}
      <input type="hidden" name="secret" value={secret} />
      <Button type="submit" loading={pending} fullWidth mt="sm">
        Confirm {newEmail}
      </Button>
    </SentForm>
  );
}
