"use client";

import { useEffect, useEffectEvent, useState } from "react";

/** The pause is longer than that between two keystrokes, so that writing to the disk never holds up painting. */
const pause = 150;

/** Holds what is still to be written, by its key. */
const waiting = new Map<string, () => void>();

export interface Kept {
  /** Names the place in this tab; it begins with `keptPrefix`. */
  key: string;
  /** Is kept anew whenever it changes. */
  value: unknown;
  /** Returns what to keep of it by now, or null for nothing. */
  take: () => unknown;
  /** Gets what was kept when the page was here last. */
  bringBack: (kept: unknown) => void;
  /** Amends what is kept when the person goes on to another page by a link. */
  onLeft?: (kept: unknown) => unknown;
}

export const keptPrefix = "draft:";

/**
 * Keeps in this tab what is not saved yet, so that neither a reload nor a sign-in that ran out loses it. It writes a
 * moment after the last key, and at the latest when the page is left.
 */
export function useKept({ key, value, take, bringBack, onLeft }: Kept): { put: (kept: unknown) => void } {
  const [ready, setReady] = useState(false);
  const onFound = useEffectEvent(bringBack);
  const onWrite = useEffectEvent(() => write(key, take()));
  const onGone = useEffectEvent(() => {
    const kept = read(key);
    if (kept !== null && onLeft) write(key, onLeft(kept));
  });

  useEffect(() => {
    const kept = read(key);
    if (kept !== null) onFound(kept);
    setReady(true);
    const flush = () => waiting.get(key)?.();
    window.addEventListener("pagehide", flush);
    return () => {
      window.removeEventListener("pagehide", flush);
      flush();
      onGone();
    };
  }, [key]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the value is what is kept
  useEffect(() => {
    if (!ready) return;
    const keep = () => {
      waiting.delete(key);
      onWrite();
    };
    waiting.set(key, keep);
    const timer = setTimeout(() => waiting.get(key) === keep && keep(), pause);
    return () => clearTimeout(timer);
  }, [ready, key, value]);

  /** Replaces what is kept, and what was about to be; null removes it. */
  const put = (kept: unknown) => {
    waiting.delete(key);
    write(key, kept);
  };
  return { put };
}

/** Forgets everything that is kept, so that signing out leaves nothing typed behind for the next person. */
export function forgetAllKept(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(keptPrefix)) forget(key);
  waiting.clear();
}

function forget(key: string): void {
  waiting.delete(key);
  sessionStorage.removeItem(key);
}

function read(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

function write(key: string, value: unknown): void {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage is full or forbidden. The page still works without it.
  }
}
