"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { type MouseEvent, useTransition } from "react";

/** Reads the URL and moves to another one in a transition, so that the present rows stay until the next are there. */
export function useUrlState() {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const [pending, startTransition] = useTransition();

  const href = (next: URLSearchParams) => {
    const query = next.toString();
    return query ? `${pathname}?${query}` : pathname;
  };

  const go = (next: URLSearchParams, how: "push" | "replace" = "push") =>
    startTransition(() => router[how](href(next), { scroll: false }));

  /** For a link that should show its pending state; other clicks (new tab) stay the browser's. */
  const follow = (next: URLSearchParams) => (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    go(next);
  };

  return { params: new URLSearchParams(params), pending, href, go, follow };
}

export type UrlState = ReturnType<typeof useUrlState>;
