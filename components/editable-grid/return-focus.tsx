"use client";

import { type ReactNode, useEffect } from "react";

/** Gives the focus back to what had it, once the dialog inside is gone. */
export function ReturnFocus({ children }: { children: ReactNode }) {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return children;
}
