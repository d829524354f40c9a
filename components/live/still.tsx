"use client";

import { type ReactNode, startTransition, useEffect, useLayoutEffect, useRef, useState } from "react";

/** A finger's click is an event of its own, which comes some time after the finger left. */
const clickAfterTouch = 350;

let down = false;
let release: ReturnType<typeof setTimeout> | undefined;
const watchers = new Set<(down: boolean) => void>();

/**
 * Returns the value, but while a pointer is down on the page the one from before. So what is pressed stays under the
 * pointer until its click is over. Use it for everything that changes a page by itself: live changes, answers, timers.
 */
export function useStill<Value>(value: Value): Value {
  const [pressed, setPressed] = useState(isDown);
  // A transition ends it, so that nothing shows its skeleton for a part that is still on its way.
  useEffect(() => watch((now) => (now ? setPressed(now) : startTransition(() => setPressed(now)))), []);
  const shown = useRef(value);
  useLayoutEffect(() => {
    if (!pressed) shown.current = value;
  });
  return pressed ? shown.current : value;
}

/** Shows its children as `useStill` does; their own state goes on. */
export function Still({ children }: { children: ReactNode }) {
  return useStill(children);
}

const isDown = () => down;

function watch(watcher: (down: boolean) => void): () => void {
  watchers.add(watcher);
  watcher(down);
  return () => void watchers.delete(watcher);
}

function set(now: boolean): void {
  clearTimeout(release);
  if (down === now) return;
  down = now;
  for (const watcher of watchers) watcher(down);
}

/** Waits until the handlers of the current event are done. */
function releaseIn(milliseconds: number): void {
  clearTimeout(release);
  if (down) release = setTimeout(() => set(false), milliseconds);
}

/** The list of a select opens over the page, which then does not hear the pointer any more. */
const opensNativeList = (target: EventTarget | null) => target instanceof Element && target.closest("select");

if (typeof window !== "undefined") {
  const listen = <Name extends keyof WindowEventMap>(
    name: Name,
    listener: (event: WindowEventMap[Name]) => void,
  ) => addEventListener(name, listener, { capture: true, passive: true });

  listen("pointerdown", (event) => {
    if (event.button === 0 && !opensNativeList(event.target)) set(true);
  });
  listen("pointerup", ({ pointerType }) => releaseIn(pointerType === "mouse" ? 0 : clickAfterTouch));
  listen("click", () => releaseIn(0));
  // No click follows these, nor a release outside of the window.
  for (const name of ["pointercancel", "contextmenu", "dragend", "blur"] as const)
    listen(name, ({ target }) => (name !== "blur" || target === window) && releaseIn(0));
  listen("pointermove", ({ pointerType, buttons }) => {
    if (pointerType === "mouse" && buttons === 0) releaseIn(0);
  });
}
