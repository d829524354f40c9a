"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import type { ActionFailure } from "@/components/action-result";
import classes from "./form.module.css";

/**
 * What is wrong with the whole form; takes the focus, so that it is read and the fields follow by Tab. After somebody
 * else's save it offers theirs, unless the form has an offer of its own.
 */
export function FormAlert({ failure, children }: { failure: ActionFailure | null; children?: ReactNode }) {
  const router = useRouter();
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (failure) alert.current?.focus();
  }, [failure]);
  if (!failure) return null;
  return (
    <div ref={alert} role="alert" tabIndex={-1} className={classes.alert}>
      {failure.message}
      {children ??
        (failure.reason === "conflict" && (
          <>
            {" "}
            <Button size="compact-sm" variant="default" onClick={() => router.refresh()}>
              Load the current values
            </Button>
          </>
        ))}
    </div>
  );
}

/** Says that what was typed before is there again. */
export function RestoredDraft({ restored, onDiscard }: { restored: boolean; onDiscard: () => void }) {
  if (!restored) return null;
  return (
    <div role="status" className={classes.restored}>
      What you typed before is here again.
      <Button size="compact-sm" variant="default" onClick={onDiscard}>
        Discard it
      </Button>
    </div>
  );
}
