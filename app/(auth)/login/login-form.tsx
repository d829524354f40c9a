"use client";

import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useActionState, useState } from "react";
import { Callout } from "@/components/feedback/callout";
import { Link } from "@/components/layout/link";
import { problemsByPath } from "@/lib/schemas/action-result";
import classes from "../_components/auth.module.css";
import { SentForm } from "../_components/sent-form";
import { signInAction } from "./actions";
import { beginPasskeyAction, signInByPasskeyAction } from "./passkey-actions";
import { PasskeyButton } from "./passkey-button";

interface LoginFormProps {
  next: string | null;
  problem: string | null;
  singleSignOn: string | null;
}

/**
 * Signs in, also before the page's scripts have run. The fields are the browser's own, so that they keep what was
 * typed until then, and what was typed before a refusal.
 */
export function LoginForm({ next, problem, singleSignOn }: LoginFormProps) {
  const [failure, submit, pending] = useActionState(signInAction, null);
  const problems = problemsByPath(failure?.problems ?? []);
  const message = failure ? failure.message : problem;

  return (
    <>
      {message && <Callout tone="problem">{message}</Callout>}
      <SentForm submit={submit}>
        {next && <input type="hidden" name="next" value={next} />}
        <TextInput
          label="Email"
          name="email"
          inputMode="email"
          autoComplete="username"
          autoFocus
          error={problems.email}
        />
        <PasswordInput
          label="Password"
          name="password"
          autoComplete="current-password"
          error={problems.password}
        />
        <Button type="submit" loading={pending} fullWidth mt="sm">
          Sign in
        </Button>
      </SentForm>
      <p className={classes.aside}>
        <Link href="/forgot-password">Forgot your password?</Link>
      </p>
      <PasskeyButton
        verb="Use a passkey"
        ask={beginPasskeyAction}
        answer={(response) => signInByPasskeyAction(response, next)}
      />
      {singleSignOn && <SingleSignOn name={singleSignOn} next={next} />}
    </>
  );
}

function SingleSignOn({ name, next }: { name: string; next: string | null }) {
  const [pending, setPending] = useState(false);
  const start = async () => {
    setPending(true);
    const { signIn } = await import("next-auth/react");
    await signIn("oidc", { callbackUrl: next ?? "/" });
  };
  return (
    <Button variant="default" fullWidth loading={pending} onClick={start} mt="sm">
      Continue with {name}
    </Button>
  );
}
