"use client";

import { useEffectEvent, useLayoutEffect } from "react";

/** Listens to keys of the whole page, which work wherever the focus is. */
export function useShortcuts(keys: { save: () => void; filter: () => void }): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === "s") keys.save();
    else if (key === "l" && event.shiftKey) keys.filter();
    else return;
    event.preventDefault();
  });
  // The page must not be without them between its hydration and its effects.
  useLayoutEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}
