"use client";

import { useLayoutEffect, useRef } from "react";

/**
 * Gives the focus back to a button that was disabled while its action ran, since the browser takes it from disabled
 * ones.
 */
export function useFocusKept(pending: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  const had = useRef(false);
  useLayoutEffect(() => {
    if (pending) {
      had.current = document.activeElement === button.current;
    } else if (had.current) {
      had.current = false;
      const { activeElement, body } = document;
      if (!activeElement || activeElement === body) button.current?.focus();
    }
  }, [pending]);
  return button;
}
