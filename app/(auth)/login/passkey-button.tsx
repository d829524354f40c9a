"use client";

import { Button } from "@mantine/core";
import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";
import { useState } from "react";
import { Callout } from "@/components/feedback/callout";
import type { ActionFailure, ActionResult } from "@/lib/schemas/action-result";
import classes from "../_components/auth.module.css";

interface PasskeyButtonProps {
  verb: string;
  /** Returns what the browser asks the person for. */
  ask: () => Promise<ActionResult<PublicKeyCredentialRequestOptionsJSON>>;
  /** Signs in with what the passkey has signed, or answers why not. */
  answer: (response: unknown) => Promise<ActionFailure>;
}

/** Asks for a passkey and signs in with it. A person who closes the browser's question is where they were. */
export function PasskeyButton({ verb, ask, answer }: PasskeyButtonProps) {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const start = async () => {
    setPending(true);
    setProblem(null);
    try {
      const asked = await ask();
      if (!asked.ok) return setProblem(asked.message);
      const { startAuthentication } = await import("@simplewebauthn/browser");
      const response = await startAuthentication({ optionsJSON: asked.value });
      const failure = await answer(response);
      if (failure) setProblem(failure.message);
    } catch (error) {
      setProblem(
        error instanceof Error && error.name === "NotAllowedError"
          ? "No passkey was used. Try again, or sign in in another way."
          : "The passkey could not be used. Try again, or sign in in another way.",
      );
    } finally {
      setPending(false);
    }
  };
  return (
    <div className={classes.passkey}>
      {problem !== null && <Callout tone="problem">{problem}</Callout>}
      <Button variant="default" fullWidth loading={pending} onClick={start}>
        {verb}
      </Button>
    </div>
  );
}
