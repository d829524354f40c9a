"use client";

import { type Dispatch, useMemo, useReducer, useRef, useState } from "react";
import { type EditAction, type EditState, edit, startEdit } from "../model/edit-state";
import type { GridDraft, GridRow } from "../model/types";
import { type ViewRow, viewRows } from "../model/view-rows";
import type { News } from "./announcer";

let added = 0;
/** Returns an id for a row that is not saved yet. */
export const freshId = () => `new-${Date.now().toString(36)}-${(++added).toString(36)}`;

export type Edit<Info> = {
  state: EditState<Info>;
  /** Lists the rows as the edit leaves them, whatever the filter, without the + row. */
  inSight: ViewRow<Info>[];
  /**
   * Answers false while a save is under way. Nothing is edited then, so that the rows that the save brings back meet
   * nothing typed since.
   */
  change: (action: EditAction<Info>) => boolean;
  /** Acts also while a save is under way. */
  dispatch: Dispatch<EditAction<Info>>;
  busy: boolean;
  setBusy: (busy: boolean) => void;
  news: News;
  /** Tells small news to a screen reader. The same news twice is read twice. */
  say: (text: string) => void;
};

/** Holds the edit, its undo and redo, and the news about it. */
export function useEdit<Info>(rows: GridRow<Info>[], draft?: GridDraft): Edit<Info> {
  const [state, dispatch] = useReducer(edit<Info>, null, () => startEdit(rows, draft));
  const [busy, setBusyShown] = useState(false);
  const [news, setNews] = useState<News>({ text: "", count: 0 });
  // The ref knows at once, before the next render.
  const busyNow = useRef(false);
  const inSight = useMemo(() => viewRows(state.base, state.draft), [state.base, state.draft]);

  const say = (text: string) => setNews(({ count }) => ({ text, count: count + 1 }));
  const setBusy = (now: boolean) => {
    busyNow.current = now;
    setBusyShown(now);
  };
  const change = (action: EditAction<Info>) => {
    if (action.do === "endTyping") dispatch(action);
    else if (busyNow.current) {
      say("You can go on once the list is saved.");
      return false;
    } else dispatch(action);
    return true;
  };
  return { state, inSight, change, dispatch, busy, setBusy, news, say };
}
