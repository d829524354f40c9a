"use client";

import { type CSSProperties, useEffect } from "react";
import type { AccentColors } from "@/lib/domain/values/color";

type Painted = { "data-accent"?: ""; style?: CSSProperties };

/**
 * Returns what paints an element in the organization's color. Dialogs and lists are drawn outside of the shop's frame,
 * so the page itself is painted too while the shop is open.
 */
export function useAccent(accent: AccentColors | null): Painted {
  const names = accent && namesOf(accent);
  const painted = JSON.stringify(names);
  useEffect(() => {
    const properties = JSON.parse(painted) as Record<string, string> | null;
    if (!properties) return;
    const { documentElement: page } = document;
    page.dataset.accent = "";
    for (const [name, value] of Object.entries(properties)) page.style.setProperty(name, value);
    return () => {
      delete page.dataset.accent;
      for (const name of Object.keys(properties)) page.style.removeProperty(name);
    };
  }, [painted]);
  return names ? { "data-accent": "", style: names as CSSProperties } : {};
}

/** Returns the custom properties that globals.css reads, for both themes. */
function namesOf(accent: AccentColors): Record<string, string> {
  const themes = Object.entries(accent);
  return Object.fromEntries(
    themes.flatMap(([theme, { background, hover, text, link }]) => [
      [`--accent-${theme}`, background],
      [`--accent-hover-${theme}`, hover],
      [`--on-accent-${theme}`, text],
      [`--accent-link-${theme}`, link],
    ]),
  );
}
