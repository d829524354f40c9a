"use client";

import { useEffect, useId, useState, useSyncExternalStore } from "react";
import { createPortal } from "react-dom";
import { formatDate, formatRelative } from "@/lib/domain/format/format";
import { useLocale } from "./locale";
import classes from "./relative-time.module.css";

export interface RelativeTimeProps {
  /** Is an ISO time. */
  value: string;
  /** Is the number of days after which the text turns warm, for the age of what waits. */
  warmAfterDays?: number;
}

/** Shows "3 hours ago" and keeps it current, with the exact time on hover and on focus. */
export function RelativeTime({ value, warmAfterDays }: RelativeTimeProps) {
  const locale = useLocale();
  const now = useNow(locale.renderedAt);
  const [anchor, setAnchor] = useState<DOMRect | null>(null);
  const hintId = useId();
  const time = Date.parse(value);
  const exact = formatDate(value, "exact", locale);
  const warm = warmAfterDays !== undefined && now - time >= warmAfterDays * 86_400_000;

  const show = (event: { currentTarget: HTMLElement }) =>
    setAnchor(event.currentTarget.getBoundingClientRect());
  const hide = () => setAnchor(null);

  return (
    <>
      <time
        dateTime={value}
        className={warm ? classes.warm : classes.time}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the exact time must be reachable without a mouse
        tabIndex={0}
        aria-describedby={anchor ? hintId : undefined}
        onMouseEnter={show}
        onMouseLeave={hide}
        onFocus={show}
        onBlur={hide}
        onKeyDown={(event) => event.key === "Escape" && hide()}
      >
        {formatRelative(time, now)}
      </time>
      {anchor && <Hint id={hintId} anchor={anchor} text={exact} onScroll={hide} />}
    </>
  );
}

interface HintProps {
  id: string;
  anchor: DOMRect;
  text: string;
  onScroll: () => void;
}

function Hint({ id, anchor, text, onScroll }: HintProps) {
  useEffect(() => {
    window.addEventListener("scroll", onScroll, {
      capture: true,
      passive: true,
    });
    return () => window.removeEventListener("scroll", onScroll, { capture: true });
  }, [onScroll]);

  const left = Math.min(anchor.left, window.innerWidth - 280);
  return createPortal(
    <div
      id={id}
      role="tooltip"
      className={classes.hint}
      style={{ left: Math.max(8, left), top: anchor.bottom + 4 }}
    >
      {text}
    </div>,
    document.body,
  );
}

const listeners = new Set<() => void>();
let clock = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** Subscribes to the one clock of the page, which ticks only while any time is shown. */
function subscribe(listener: () => void) {
  listeners.add(listener);
  clock = Date.now();
  timer ??= setInterval(() => {
    clock = Date.now();
    for (const notify of listeners) notify();
  }, 30_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** Returns the time now, to half a minute, from the one clock of the page. */
export function useNow(renderedAt: number): number {
  return useSyncExternalStore(
    subscribe,
    () => clock || renderedAt,
    () => renderedAt,
  );
}
