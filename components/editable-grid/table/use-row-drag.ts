"use client";

import { type PointerEvent, useRef } from "react";

type Drag = { rowId: string; over: HTMLElement | null; after: boolean };

/** Drags a row by its handle and drops it above or below another one. On the keyboard, Alt+Shift+arrow moves it. */
export function useRowDrag(onDrop: (rowId: string, beside: string, after: boolean) => void) {
  const drag = useRef<Drag | null>(null);

  const end = () => {
    if (drag.current?.over) delete drag.current.over.dataset.dropSide;
    drag.current = null;
  };

  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const handle = (event.target as Element).closest("[data-row-handle]");
      const row = handle?.closest<HTMLElement>("[data-grid-row]");
      if (!row?.dataset.gridRow || event.button !== 0) return;
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      drag.current = { rowId: row.dataset.gridRow, over: null, after: false };
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent<HTMLElement>) => {
      if (!drag.current) return;
      const under = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>("[data-grid-row]");
      if (!under || under.dataset.state === "new") return;
      if (drag.current.over !== under && drag.current.over) delete drag.current.over.dataset.dropSide;
      const { top, height } = under.getBoundingClientRect();
      const after = clientY > top + height / 2;
      under.dataset.dropSide = after ? "after" : "before";
      under.scrollIntoView({ block: "nearest" });
      Object.assign(drag.current, { over: under, after });
    },
    onPointerUp: () => {
      const { rowId, over, after } = drag.current ?? {};
      const beside = over?.dataset.gridRow;
      end();
      if (rowId && beside && beside !== rowId) onDrop(rowId, beside, after === true);
    },
    onPointerCancel: end,
  };
}
