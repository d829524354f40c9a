"use client";

import { useCallback, useState, useTransition } from "react";
import { type ActionFailure, type ActionResult, problemsByPath } from "@/lib/schemas/action-result";
import { useStill } from "../live/still";
import { isStillOwn } from "../page-owner/page-owner";
import { notifyFailure } from "./notify-failure";

/**
 * Calls a server action with a pending state, and answers an ActionResult even when the server cannot be reached.
 * `failure` is the last one, until the next call, and `problems` are those of its fields.
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
          if (!result.ok && result.reason === "signed_out") notifyFailure(result);
          if (!result.ok && result.reason === "other_page") void isStillOwn();
          resolve(result);
        });
      }),
    [action],
  );

  const shown = useStill(failure);
  const problems = problemsByPath(shown?.problems ?? []);
  return { run, pending, failure: shown, problems, forget: () => setFailure(null) };
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
