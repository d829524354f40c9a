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

interface Draft<Values> {
  /** Of the row, when typing began. */
  version: number;
  values: Values;
}

/**
 * Keeps what is typed into a form in this tab, so that a reload or a sign-in that ran out loses nothing. `key` names
 * the form and what it edits ("order-edit:1042"). The answered `version` is the one that the values began from: a
 * kept draft's is older than the row's if somebody saved in between. Call `clear` when it was saved.
 */
export function useDraft<Values>(key: string, form: DraftForm<Values>, rowVersion = 0) {
  const user = useCurrentUser();
  const storageKey = `${prefix}${user.id}:${key}`;
  const [restored, setRestored] = useState(false);
  const [version, setVersion] = useState(rowVersion);
  const startVersion = useRef(rowVersion);
  const ready = useRef(false);
  const cleared = useRef(false);
  const latest = useRef(form);
  latest.current = form;

  useEffect(() => {
    const draft = readDraft<Values>(storageKey);
    if (draft !== null) {
      latest.current.setValues(draft.values);
      setVersion(draft.version);
      setRestored(true);
    }
    ready.current = true;
  }, [storageKey]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the values is what is kept
  useEffect(() => {
    if (!ready.current) return;
    const keep = () => {
      if (cleared.current || !latest.current.isDirty()) return;
      writeDraft(storageKey, { version, values: latest.current.values });
    };
    const timer = setTimeout(keep, 150);
    // A page that is left at once still keeps the last key.
    window.addEventListener("pagehide", keep);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("pagehide", keep);
    };
  }, [form.values, storageKey, version]);

  const clear = () => {
    cleared.current = true;
    setRestored(false);
    sessionStorage.removeItem(storageKey);
    // What is typed from now on is a new draft.
    setTimeout(() => {
      cleared.current = false;
    }, 300);
  };

  /** For a form that goes back to the values it started with. */
  const discard = () => {
    clear();
    setVersion(startVersion.current);
  };

  return { restored, version, setVersion, clear, discard };
}

/** Signing out leaves nothing typed behind for the next person. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(prefix)) sessionStorage.removeItem(key);
  }
}

function readDraft<Values>(storageKey: string): Draft<Values> | null {
  try {
    const draft = JSON.parse(sessionStorage.getItem(storageKey) ?? "null");
    return draft?.values ? (draft as Draft<Values>) : null;
  } catch {
    return null;
  }
}

function writeDraft(storageKey: string, draft: Draft<unknown>): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(draft));
  } catch {
    // Storage is full or forbidden: the form still works, only without its net.
  }
}
