"use client";

import { useState } from "react";
import type { GridDraft, GridRules } from "../model/types";
import type { ViewRow } from "../model/view-rows";
import type { AskedDeletion } from "./consequence-panel";

/** Finds rows to be deleted that need an answer first, such as a replacement. */
export function useDeletions<Info>(
  rules: GridRules<Info>,
  draft: GridDraft,
  inSight: readonly ViewRow<Info>[],
  nameOf: (row: ViewRow) => string,
) {
  const [askNow, setAskNow] = useState<{ rowId: string } | null>(null);
  const staying = inSight.filter(({ state }) => state !== "deleted");
  const questionOf = (row: ViewRow<Info>) => rules.deleteQuestion?.(row, staying);

  const asked = Object.entries(draft.deleted).flatMap(([rowId, { answer }]): AskedDeletion[] => {
    const row = inSight.find(({ id }) => id === rowId);
    const question = row && questionOf(row);
    return question ? [{ rowId, name: nameOf(row as ViewRow), question, answer }] : [];
  });
  /** Takes the focus to the question, if the row has one. */
  const ask = (row: ViewRow | undefined): boolean => {
    if (!row || !questionOf(row as ViewRow<Info>)) return false;
    setAskNow({ rowId: row.id });
    return true;
  };
  return { asked, askNow, ask };
}
