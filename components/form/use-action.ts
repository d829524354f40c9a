"use client";

import { useCallback, useState, useTransition } from "react";
import { notifyProblem } from "../feedback/notify";
import { useHeld } from "../live/held";
import type { ActionFailure, ActionResult } from "./action-result";

/**
 * Calls a server action with a pending state, and answers an ActionResult even when the server cannot be reached.
 * `failure` is the last one, until the next call.
 */
export function useAction<Args extends unknown[], Value>(
  action: (...args: Args) => Promise<ActionResult<Value>>,
) {
  const [pending, startTransition] = useTransition();
  const [failure, setFailure] = useState<ActionFailure | null>(null);

  const run = useCallback(
    (...args: Args) =>
      new Promise<ActionResult<Value>>((resolve) => {
        startTransition(async () => {
          const result = await action(...args).catch(unreachable);
          setFailure(result.ok ? null : result);
          if (!result.ok && result.reason === "signed_out") offerSignIn(result.message);
          resolve(result);
        });
      }),
    [action],
  );

  return { run, pending, failure: useHeld(failure), forget: () => setFailure(null) };
}

function unreachable(): ActionFailure {
  return {
    ok: false,
    reason: "failed",
    message:
      "The server did not answer, so it is not certain whether this was saved. Reload to see, then try again.",
    problems: [],
  };
}

function offerSignIn(message: string) {
  const here = location.pathname + location.search;
  notifyProblem(message, { label: "Sign in", href: `/login?next=${encodeURIComponent(here)}` });
}
