"use client";

import { useEffect, useState } from "react";
import { useStill } from "../../live/still";
import { isEmpty } from "../model/draft";
import type { Consequences } from "../model/props";
import type { GridDraft, GridRow } from "../model/types";

/** The pause is longer than that between two keystrokes. */
const pause = 300;

/**
 * Asks what the edit would do once the person stops typing. It answers for the given edit and rows alone, and null
 * while that answer is on its way, so that nothing on screen is about another edit.
 */
export function useConsequences(
  ask: ((draft: GridDraft) => Promise<Consequences>) | undefined,
  draft: GridDraft,
  base: readonly GridRow[],
): Consequences | null {
  const [known, setKnown] = useState<{ draft: GridDraft; base: unknown; answer: Consequences } | null>(null);

  useEffect(() => {
    if (!ask || isEmpty(draft)) return;
    let wanted = true;
    const timer = setTimeout(async () => {
      const answer = await ask(draft);
      if (wanted) setKnown({ draft, base, answer });
    }, pause);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [ask, draft, base]);

  return useStill(known?.draft === draft && known.base === base ? known.answer : null);
}
