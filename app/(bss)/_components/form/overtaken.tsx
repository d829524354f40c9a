"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { mergeFields, type Side } from "@/components/form/merge";
import type { ActionFailure } from "@/lib/schemas/action-result";
import { MergeAlert } from "./merge-alert";

interface OvertakenProps<Values> {
  /** Names what is edited. */
  name: string;
  /** Is the row's version now; after a conflict the page reads it again. */
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

/**
 * Joins what is typed with what somebody else has saved since typing began, field by field. Nothing typed is lost.
 */
export function Overtaken<Values extends Record<string, unknown>>(props: OvertakenProps<Values>) {
  const { name, newest, theirs, mine, draft, failure, onMerge } = props;
  const router = useRouter();
  const alert = useRef<HTMLDivElement>(null);
  const [choices, setChoices] = useState<Record<string, Side>>({});
  const conflict = failure?.reason === "conflict";
  // biome-ignore lint/correctness/useExhaustiveDependencies: each failure is about a version that is newer still
  useEffect(() => {
    if (conflict) router.refresh();
    alert.current?.focus();
  }, [failure]);

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
