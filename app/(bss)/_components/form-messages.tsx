"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import type { ActionFailure } from "@/components/action-result";
import classes from "./form.module.css";

/**
 * What is wrong with the whole form; takes the focus, so that it is read and the fields follow by Tab. After somebody
 * else's save it offers theirs.
 */
export function FormAlert({ failure }: { failure: ActionFailure | null }) {
  const router = useRouter();
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (failure) alert.current?.focus();
  }, [failure]);
  if (!failure) return null;
  return (
    <div ref={alert} role="alert" tabIndex={-1} className={classes.alert}>
      {failure.message}
      {failure.reason === "conflict" && (
        <>
          {" "}
          <Button size="compact-sm" variant="default" onClick={() => router.refresh()}>
            Load the current values
          </Button>
        </>
      )}
    </div>
  );
}

interface OvertakenProps {
  /** What is edited, by name. */
  name: string;
  /** Of the row now; a conflict asks for it anew. */
  newest: number;
  draft: { version: number; setVersion: (version: number) => void; clear: () => void };
  failure: ActionFailure | null;
  onOverwrite: (newest: number) => void;
}

/** Somebody else saved since typing began: the choice of whose values count. Nothing typed is lost. */
export function Overtaken({ name, newest, draft, failure, onOverwrite }: OvertakenProps) {
  const router = useRouter();
  const alert = useRef<HTMLDivElement>(null);
  const conflict = failure?.reason === "conflict";
  const shown = conflict || draft.version < newest;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each failure is about a version that is newer still
  useEffect(() => {
    if (conflict) router.refresh();
    if (shown) alert.current?.focus();
  }, [failure, shown]);
  if (!shown) return null;

  const overwrite = () => {
    draft.setVersion(newest);
    onOverwrite(newest);
  };
  const discard = () => {
    draft.clear();
    location.reload();
  };
  return (
    <div ref={alert} role="alert" tabIndex={-1} className={classes.alert}>
      {name} was changed by somebody else in the meantime. Nothing was saved; what you typed is still here.{" "}
      <Button size="compact-sm" variant="default" disabled={newest <= draft.version} onClick={overwrite}>
        Save mine over it
      </Button>{" "}
      <Button size="compact-sm" variant="default" onClick={discard}>
        Discard mine and reload
      </Button>
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
