"use client";

import { type ClipboardEvent, useMemo, useRef, useState } from "react";
import { count } from "@/lib/domain/format/count";
import { clipboardText } from "../model/cell-text";
import type { GridColumn } from "../model/types";
import type { ViewRow } from "../model/view-rows";
import { type CellPlace, cellAround, editorIn, focusCell, placeOf } from "./focus";
import { type CellRange, rangeByRow, textsIn } from "./range";

/**
 * Holds the selected rectangle, from the cell where Shift went down to the focused one. Without one, the focused cell
 * alone counts.
 */
export function useRange(rows: readonly ViewRow[], columns: readonly GridColumn[]) {
  const [range, setRange] = useState<CellRange | null>(null);
  const extending = useRef(false);
  const byRow = useMemo(() => rangeByRow(range, rows, columns), [range, rows, columns]);

  /** Hears of the focus. If `extendTo` did not take it there, the selection ends. */
  const follow = (place: CellPlace) => {
    if (!extending.current) setRange(null);
    extending.current = false;
    return place;
  };

  const extendTo = (cell: HTMLElement, focused: CellPlace | null) => {
    const to = placeOf(cell);
    if (!to || !focused) return;
    setRange((now) => ({ from: now?.from ?? focused, to }));
    extending.current = true;
    focusCell(cell);
    extending.current = false;
  };

  const selectAll = () => {
    const last = rows.filter(({ state }) => state !== "new").at(-1);
    const [first, column, lastColumn] = [rows[0], columns[0], columns.at(-1)];
    if (!first || !last || !column || !lastColumn) return;
    setRange({
      from: { rowId: first.id, column: column.id },
      to: { rowId: last.id, column: lastColumn.id },
    });
  };

  const onCopy = (event: ClipboardEvent, say: (news: string) => void) => {
    const cell = cellAround(event.target as Element);
    if (!cell || event.target === editorIn(cell)) return;
    const place = placeOf(cell);
    const taken = range ?? (place && { from: place, to: place });
    if (!taken) return;
    const texts = textsIn(taken, rows, columns);
    event.clipboardData.setData("text/plain", clipboardText(texts));
    event.preventDefault();
    say(`${count(texts.length * (texts[0]?.length ?? 0), "cell")} copied.`);
  };

  return { range, byRow, follow, extendTo, selectAll, onCopy };
}
