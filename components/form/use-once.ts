"use client";

import { useCallback, useRef } from "react";

/**
 * Runs what must not be sent twice. A press does nothing while the last one is under way. None does anything once the
 * work has answered true, since the page is about to leave.
 */
export function useOnce(): (work: () => Promise<boolean>) => Promise<void> {
  const sent = useRef(false);
  return useCallback(async (work) => {
    if (sent.current) return;
    sent.current = true;
    let isDone = false;
    try {
      isDone = await work();
    } finally {
      sent.current = isDone;
    }
  }, []);
}
