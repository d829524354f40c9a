"use client";

import { useRef } from "react";

/**
 * Gives the focus back to a menu's button when the menu closes and nothing else took it. The button that opened a
 * lazily loaded menu is gone by then, so the menu itself cannot know where the focus came from.
 */
export function useFocusReturn() {
  const button = useRef<HTMLButtonElement>(null);
  const giveBack = () =>
    requestAnimationFrame(() => {
      const { activeElement, body } = document;
      if (!activeElement || activeElement === body || activeElement.closest("[role='menu']")) {
        button.current?.focus();
      }
    });
  return { button, giveBack };
}
