"use client";

import { useEffect, useRef, useState } from "react";
import { useCurrentUser } from "./current-user";

/** What a draft needs of a form; `useForm` of @mantine/form is one. */
export interface DraftForm<Values> {
  values: Values;
  setValues: (values: Values) => void;
  isDirty: () => boolean;
}

const prefix = "draft:";

/**
 * Keeps what is typed into a form in this tab, so that a reload or a sign-in that ran out loses nothing. `key` names
 * the form and what it edits, with its version ("order-edit:1042:7"), so that no draft meets newer values. Call
 * `clear` when the form was saved or discarded.
 */
export function useDraft<Values>(
  key: string,
  form: DraftForm<Values>,
): { restored: boolean; clear: () => void } {
  const user = useCurrentUser();
  const storageKey = `${prefix}${user.id}:${key}`;
  const [restored, setRestored] = useState(false);
  const ready = useRef(false);
  const cleared = useRef(false);
  const latest = useRef(form);
  latest.current = form;

  useEffect(() => {
    const draft = readDraft<Values>(storageKey);
    if (draft !== null) {
      latest.current.setValues(draft);
      setRestored(true);
    }
    ready.current = true;
  }, [storageKey]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the values is what is kept
  useEffect(() => {
    if (!ready.current) return;
    const keep = () => {
      if (!cleared.current && latest.current.isDirty()) writeDraft(storageKey, latest.current.values);
    };
    const timer = setTimeout(keep, 150);
    // A page that is left at once still keeps the last key.
    window.addEventListener("pagehide", keep);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("pagehide", keep);
    };
  }, [form.values, storageKey]);

  const clear = () => {
    cleared.current = true;
    setRestored(false);
    sessionStorage.removeItem(storageKey);
    // What is typed from now on is a new draft.
    setTimeout(() => {
      cleared.current = false;
    }, 300);
  };

  return { restored, clear };
}

/** Signing out leaves nothing typed behind for the next person. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(prefix)) sessionStorage.removeItem(key);
  }
}

function readDraft<Values>(storageKey: string): Values | null {
  try {
    const text = sessionStorage.getItem(storageKey);
    return text === null ? null : (JSON.parse(text) as Values);
  } catch {
    return null;
  }
}

function writeDraft(storageKey: string, values: unknown): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(values));
  } catch {
    // Storage is full or forbidden: the form still works, only without its net.
  }
}
