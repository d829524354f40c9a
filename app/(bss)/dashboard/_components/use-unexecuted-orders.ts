"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useLive } from "@/components/live";
import {
  extended,
  refreshed,
  stillThere,
  type UnexecutedAnswer,
  type UnexecutedList,
  withoutLeft,
} from "./unexecuted-list";

export const pageSize = 20;
const rowsAtMost = 200;
/** How long a row that left still says why. */
const farewell = 900;

/** The list of one open browser: kept current by what the server tells, longer at request. */
export function useUnexecutedOrders(initial: UnexecutedList) {
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

  /** One request after the other, so that an older answer never replaces a newer one. */
  const ask = (parameters: () => Record<string, string>, use: (answer: UnexecutedAnswer) => void) => {
    queue.current = queue.current.then(async () => {
      try {
        const response = await fetch(`/dashboard/unexecuted?${new URLSearchParams(parameters())}`);
        if (response.status === 401) return router.refresh();
        if (!response.ok) throw new Error(`${response.status}`);
        use(await response.json());
        setFailed(false);
      } catch {
        setFailed(true);
      }
    });
    return queue.current;
  };

  const sayFarewell = (ids: string[]) => {
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      show(withoutLeft(current.current, ids));
    }, farewell);
    timers.current.add(timer);
  };

  const refresh = (changed: readonly string[] | "*") => {
    const before = new Set(stillThere(current.current).map(({ id }) => id));
    const parameters = () => ({
      limit: String(Math.min(rowsAtMost, Math.max(pageSize, stillThere(current.current).length))),
      changed: (changed === "*" ? [...before] : changed).join(","),
    });
    return ask(withoutEmpty(parameters), (answer) => {
      const next = refreshed(current.current, answer, changed);
      show(next.list);
      if (next.news) setNews(next.news);
      const left = next.list.rows.filter((row) => row.left && before.has(row.id)).map(({ id }) => id);
      if (left.length > 0) sayFarewell(left);
    });
  };

  useLive("orders", ({ ids }) => refresh(ids));

  const showMore = async () => {
    setLoading(true);
    await ask(
      () => ({ limit: String(pageSize), cursor: current.current.nextCursor ?? "" }),
      (answer) => show(extended(current.current, answer)),
    );
    setLoading(false);
  };

  return {
    list,
    news,
    loading,
    failed,
    showMore: list.nextCursor && list.rows.length < rowsAtMost ? showMore : undefined,
    tryAgain: () => refresh("*"),
  };
}

function withoutEmpty(parameters: () => Record<string, string>) {
  return () => Object.fromEntries(Object.entries(parameters()).filter(([, value]) => value !== ""));
}
