"use client";

import { useMemo, useState } from "react";
import { filterRows } from "../model/filter";
import type { GridColumn } from "../model/types";
import type { ViewRow } from "../model/view-rows";

/** Filters the rows, and announces how many are shown. */
export function useFilter<Info>(
  rows: readonly ViewRow<Info>[],
  columns: readonly GridColumn[],
  noun: { many: string },
  say: (news: string) => void,
) {
  const [filter, setFilter] = useState("");
  const by = (text: string) => filterRows(rows as readonly ViewRow[], columns, text);
  const shown = useMemo(
    () => filterRows(rows as readonly ViewRow[], columns, filter),
    [rows, columns, filter],
  ) as readonly ViewRow<Info>[];

  const show = (text: string) => {
    setFilter(text);
    say(`${by(text).length} of ${rows.length} ${noun.many} shown.`);
  };
  return { filter, shown, show };
}
