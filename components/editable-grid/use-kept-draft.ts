"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { isEmpty } from "./draft";
import type { GridDraft } from "./types";

/** Keeps the unsaved edit in this tab, so that neither a reload nor a sign-in that ran out loses anything typed. */
export function useKeptDraft(key: string, draft: GridDraft, bringBack: (draft: GridDraft) => void): void {
  const [ready, setReady] = useState(false);
  const onFound = useEffectEvent(bringBack);

  useEffect(() => {
    const kept = readDraft(key);
    if (kept) onFound(kept);
    setReady(true);
  }, [key]);

  useEffect(() => {
    if (!ready) return;
    try {
      if (isEmpty(draft)) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, JSON.stringify(draft));
    } catch {
      // Storage is full or forbidden: the grid still works, only without its net.
    }
  }, [ready, key, draft]);
}

function readDraft(key: string): GridDraft | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? "null") as GridDraft | null;
    return kept && Array.isArray(kept.added) && !isEmpty(kept) ? kept : null;
  } catch {
    return null;
  }
}
