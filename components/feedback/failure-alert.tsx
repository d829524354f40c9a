"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import type { ActionFailure } from "@/lib/schemas/action-result";
import { Callout } from "./callout";
import { leadFocus } from "./lead-focus";

interface FailureAlertProps {
  failure: ActionFailure | null;
  /** Names the fields that tell their problem themselves. If one of them does, nothing is told here. */
  beside?: readonly string[] | undefined;
  /** Replaces the failure's own message. */
  children?: ReactNode;
}

/**
 * Says why an action did nothing. It takes the focus, so that a screen reader reads it and the fields follow by Tab.
 * After somebody else's save it offers to load theirs.
 */
export function FailureAlert({ failure: last, beside, children }: FailureAlertProps) {
  const failure = last?.problems.some(({ path }) => beside?.includes(path)) ? null : last;
  const router = useRouter();
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (failure) leadFocus(alert.current);
  }, [failure]);
  if (!failure) return null;
  return (
    <Callout ref={alert} tone="problem">
      {children || failure.message}
      {failure.reason === "conflict" && (
        <>
          {" "}
          <Button size="compact-sm" variant="default" onClick={() => router.refresh()}>
            Load the current values
          </Button>
        </>
      )}
    </Callout>
  );
}
