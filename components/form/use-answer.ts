"use client";

import { useEffect, useState } from "react";

/** Is what an address answered last; the value is null where it gave no answer. */
interface Answered<Value> {
  address: string;
  value: Value | null;
}

/**
 * Asks an address for data while somebody types: after a `pause` in ms, and a newer question cancels the older one. The
 * last answer stays until the next one comes, and `waits` says that it is on its way. Null asks nothing.
 */
export function useAnswer<Value>(
  address: string | null,
  pause = 0,
): { last: Answered<Value> | null; waits: boolean } {
  const [last, setLast] = useState<Answered<Value> | null>(null);
  const waits = address !== null && last?.address !== address;

  useEffect(() => {
    if (!waits) return;
    const controller = new AbortController();
    const { signal } = controller;
    const timer = setTimeout(async () => {
      const value = await ask<Value>(address, signal).catch(() => null);
      if (!signal.aborted) setLast({ address, value });
    }, pause);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [address, waits, pause]);

  return { last, waits };
}

async function ask<Value>(address: string, signal: AbortSignal): Promise<Value | null> {
  const response = await fetch(address, { signal });
  return response.ok ? response.json() : null;
}
