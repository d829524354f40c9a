"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { type MouseEvent, useEffect, useRef, useSyncExternalStore, useTransition } from "react";

/** Remembers where the table was asked to go until it arrives, so that the next choice adds to the last one. */
let asked: { pathname: string; query: string } | null = null;
const watchers = new Set<() => void>();

function ask(next: typeof asked): void {
  asked = next;
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

/** Reads the URL and moves to another one in a transition, so that the present rows stay until the next ones come. */
export function useUrlState() {
  const router = useRouter();
  const pathname = usePathname();
  const shown = useSearchParams();
  const [pending, startTransition] = useTransition();
  const onItsWay = useSyncExternalStore(
    watch,
    () => asked,
    () => null,
  );

  const own = useRef<typeof asked>(null);

  // The address was reached, or a redirect led elsewhere.
  useEffect(() => {
    if (!pending) return;
    return () => {
      if (asked === own.current) ask(null);
    };
  }, [pending]);

  const href = (next: URLSearchParams) => {
    const query = next.toString();
    return query ? `${pathname}?${query}` : pathname;
  };

  const go = (next: URLSearchParams, how: "push" | "replace" = "push") => {
    own.current = { pathname, query: next.toString() };
    ask(own.current);
    startTransition(() => router[how](href(next), { scroll: false }));
  };

  /** Follows a link with its pending state shown. Other clicks, such as into a new tab, stay the browser's. */
  const follow = (next: URLSearchParams) => (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    go(next);
  };

  const params = new URLSearchParams(onItsWay?.pathname === pathname ? onItsWay.query : shown);
  return { params, pending, href, go, follow };
}

export type UrlState = ReturnType<typeof useUrlState>;
