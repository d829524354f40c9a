"use client";

import { type Dispatch, useMemo, useReducer, useRef, useState } from "react";
import { type EditAction, type EditState, edit, startEdit } from "../model/edit-state";
import type { GridDraft, GridRow } from "../model/types";
import { type ViewRow, viewRows } from "../model/view-rows";
import type { News } from "./announcer";

let added = 0;
/** Of a row that is not saved yet. */
export const freshId = () => `new-${Date.now().toString(36)}-${(++added).toString(36)}`;

export type Edit<Info> = {
  state: EditState<Info>;
  /** The rows as they are on screen, whatever the filter, without the + row. */
  inSight: ViewRow<Info>[];
  /** False while a save is under way: then there is no edit, so that nothing typed meets the rows it brings back. */
  change: (action: EditAction<Info>) => boolean;
  /** Whatever is under way. */
  dispatch: Dispatch<EditAction<Info>>;
  busy: boolean;
  setBusy: (busy: boolean) => void;
  news: News;
  /** Small news for a screen reader; the same twice is said twice. */
  say: (text: string) => void;
};

/** The edit, its way back and forth, and what is said of it. */
export function useEdit<Info>(rows: GridRow<Info>[], draft?: GridDraft): Edit<Info> {
  const [state, dispatch] = useReducer(edit<Info>, null, () => startEdit(rows, draft));
  const [busy, setBusyShown] = useState(false);
  const [news, setNews] = useState<News>({ text: "", count: 0 });
  // Known at once, not only when it is on screen.
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
      say("Nothing is changed while it is being saved.");
      return false;
    } else dispatch(action);
    return true;
  };
  return { state, inSight, change, dispatch, busy, setBusy, news, say };
}
