"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { ActionFailure } from "@/components/action-result";
import { mergeFields, type Side } from "@/components/merge";
import classes from "./form.module.css";
import { MergeAlert } from "./merge-alert";

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

interface OvertakenProps<Values> {
  /** What is edited, by name. */
  name: string;
  /** Of the row now; a conflict asks for it anew. */
  newest: number;
  theirs: Values;
  mine: Values;
  draft: {
    version: number;
    base: Values;
    rebase: (newest: number, theirs: Values) => void;
    clear: () => void;
  };
  failure: ActionFailure | null;
  onMerge: (values: Values) => void;
}

/** Somebody else saved since typing began: both are joined field by field. Nothing typed is lost. */
export function Overtaken<Values extends Record<string, unknown>>(props: OvertakenProps<Values>) {
  const { name, newest, theirs, mine, draft, failure, onMerge } = props;
  const router = useRouter();
  const alert = useRef<HTMLDivElement>(null);
  const [choices, setChoices] = useState<Record<string, Side>>({});
  const conflict = failure?.reason === "conflict";
  const shown = conflict || draft.version < newest;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each failure is about a version that is newer still
  useEffect(() => {
    if (conflict) router.refresh();
    if (shown) alert.current?.focus();
  }, [failure, shown]);
  if (!shown) return null;

  const ready = newest > draft.version;
  const merged = mergeFields({ base: draft.base, mine, theirs: ready ? theirs : draft.base }, choices);
  return (
    <MergeAlert
      ref={alert}
      what={name}
      ready={ready}
      conflicts={merged.conflicts}
      taken={merged.taken}
      choices={choices}
      onChoose={(field, side) => setChoices((now) => ({ ...now, [field]: side }))}
      onSave={() => {
        draft.rebase(newest, theirs);
        onMerge(merged.values);
      }}
      onDiscard={() => {
        draft.clear();
        location.reload();
      }}
    />
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
