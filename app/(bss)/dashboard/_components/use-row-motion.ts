"use client";

import { useLayoutEffect, useRef } from "react";

/**
 * Lets the rows below one that went close the gap smoothly, and passes the focus on when its row goes. Rows are told
 * apart by `data-row`. People who want reduced motion see the rows in their new place at once.
 */
export function useRowMotion() {
  const body = useRef<HTMLTableSectionElement>(null);
  const places = useRef(new Map<string, number>());
  const focused = useRef<{ row: string; index: number } | null>(null);

  useLayoutEffect(() => {
    const rows = [...(body.current?.querySelectorAll<HTMLElement>("tr[data-row]") ?? [])];
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const before = places.current;
    places.current = new Map(rows.map((row) => [row.dataset.row ?? "", row.offsetTop]));

    for (const row of still ? [] : rows) {
      const moved = (before.get(row.dataset.row ?? "") ?? row.offsetTop) - row.offsetTop;
      if (moved === 0) continue;
      row.animate([{ transform: `translateY(${moved}px)` }, { transform: "none" }], {
        duration: 180,
        easing: "ease-out",
      });
    }

    const had = focused.current;
    if (had && !places.current.has(had.row) && document.activeElement === document.body) {
      rows[Math.min(had.index, rows.length - 1)]?.querySelector<HTMLElement>("a[href]")?.focus();
    }
  });

  const rememberFocus = (event: { target: EventTarget }) => {
    const row = (event.target as HTMLElement).closest<HTMLTableRowElement>("tr[data-row]");
    if (row) focused.current = { row: row.dataset.row ?? "", index: Math.max(0, row.rowIndex - 1) };
  };
  const forgetFocus = (event: { relatedTarget: EventTarget | null }) => {
    if (event.relatedTarget) focused.current = null;
  };

  return { ref: body, onFocus: rememberFocus, onBlur: forgetFocus };
}
