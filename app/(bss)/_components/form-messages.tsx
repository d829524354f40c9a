"use client";

import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import type { ActionFailure } from "@/components/action-result";
import classes from "./form.module.css";

/** What is wrong with the whole form; takes the focus, so that it is read and the fields follow by Tab. */
export function FormAlert({ failure, children }: { failure: ActionFailure | null; children?: ReactNode }) {
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (failure) alert.current?.focus();
  }, [failure]);
  if (!failure) return null;
  return (
    <div ref={alert} role="alert" tabIndex={-1} className={classes.alert}>
      {failure.message}
      {children}
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
