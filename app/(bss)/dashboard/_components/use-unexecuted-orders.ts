"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useLive } from "@/components/live/live";
import { useStill } from "@/components/live/still";
import type { HeldFilter } from "@/lib/schemas/unexecuted";
import {
  extended,
  patched,
  type Refreshed,
  refreshed,
  stillThere,
  type UnexecutedAnswer,
  type UnexecutedList,
  withoutLeft,
} from "./unexecuted-list";

const pageSize = 100;
const rowsAtMost = 500;
/** Is how long a row that left still says why, in milliseconds. */
const farewell = 900;

/** Keeps the list of one open browser current by what the server tells, and makes it longer at request. */
export function useUnexecutedOrders(initial: UnexecutedList, held: HeldFilter | undefined) {
  const router = useRouter();
  const [list, setList] = useState(initial);
  const [news, setNews] = useState("");
  const [loading, setLoading] = useState(false);
  const [failed, setFailed] = useState(false);
  const current = useRef(initial);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());

  useEffect(() => {
    const pending = timers.current;
    return () => {
      for (const timer of pending) clearTimeout(timer);
    };
  }, []);

  const show = (next: UnexecutedList) => {
    current.current = next;
    setList(next);
  };

  /** Requests follow one another, so that an older answer never replaces a newer one. */
  const ask = (parameters: () => Record<string, string>, use: (answer: UnexecutedAnswer) => void) => {
    const asked = queue.current.then(async () => {
      try {
        const asked = new URLSearchParams({ ...parameters(), ...(held && { held }) });
        const response = await fetch(`/dashboard/unexecuted?${asked}`);
        if (response.status === 401) return router.refresh();
        if (!response.ok) throw new Error(`${response.status}`);
        use(await response.json());
        setFailed(false);
      } catch (error) {
        setFailed(true);
        throw error;
      }
    });
    queue.current = asked.catch(() => {});
    return asked;
  };

  const sayFarewell = (ids: string[]) => {
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      show(withoutLeft(current.current, ids));
    }, farewell);
    timers.current.add(timer);
  };

  const apply = ({ list: next, left, news: said }: Refreshed) => {
    show(next);
    if (said) setNews(said);
    if (left.length > 0) sayFarewell(left);
  };

  const readAnew = () =>
    ask(
      () => {
        const shown = stillThere(current.current).map(({ id }) => id);
        return {
          limit: String(Math.max(pageSize, Math.min(rowsAtMost, shown.length))),
          ...(shown.length > 0 && { shown: shown.slice(0, 200).join(",") }),
        };
      },
      (answer) => apply(refreshed(current.current, answer)),
    );

  const readMore = () =>
    ask(
      () => ({ limit: String(pageSize), cursor: current.current.nextCursor ?? "" }),
      (answer) => show(extended(current.current, answer)),
    );

  const readThese = async (ids: readonly string[]) => {
    await ask(
      () => ({ ids: ids.join(",") }),
      (answer) => apply(patched(current.current, answer, ids)),
    );
    // The rows that move up replace those that left.
    const { rows, nextCursor } = current.current;
    if (nextCursor && rows.length < pageSize / 2) await readMore();
  };

  useLive("orders", ({ ids }) => (ids === "*" ? readAnew() : readThese(ids)));
  // A payment or another limit changes what holds any order of the account.
  useLive("credit", readAnew);

  /** Is for buttons: a failure shows on the screen. */
  const pressed = (read: () => Promise<void>) => async () => {
    setLoading(true);
    await read().catch(() => {});
    setLoading(false);
  };

  const shown = useStill(list);
  return {
    list: shown,
    news,
    loading,
    failed: useStill(failed),
    showMore: shown.nextCursor && shown.rows.length < rowsAtMost ? pressed(readMore) : undefined,
    tryAgain: pressed(readAnew),
  };
}
