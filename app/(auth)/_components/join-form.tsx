"use client";

import { Button } from "@mantine/core";
import { useActionState } from "react";
import { Callout } from "@/components/feedback/callout";
import { declineAction, joinAction } from "./actions";
import classes from "./auth.module.css";
import { SentForm } from "./sent-form";

interface JoinFormProps {
  secret: string;
  organization: string;
}

/** Joins by a press, since mail programs open links as well. */
export function JoinForm({ secret, organization }: JoinFormProps) {
  const [failure, join, joining] = useActionState(joinAction, null);
  const [refusal, decline, declining] = useActionState(declineAction, null);
  const message = failure?.message ?? refusal?.message;
  return (
    <div className={classes.choice}>
      {message && <Callout tone="problem">{message}</Callout>}
      <SentForm submit={join}>
        <input type="hidden" name="secret" value={secret} />
        <Button type="submit" loading={joining} disabled={declining} fullWidth>
          Join {organization}
        </Button>
      </SentForm>
      <SentForm submit={decline}>
        <input type="hidden" name="secret" value={secret} />
        <Button type="submit" variant="default" loading={declining} disabled={joining} fullWidth>
          Decline
        </Button>
      </SentForm>
    </div>
  );
}
