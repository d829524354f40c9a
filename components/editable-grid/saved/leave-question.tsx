"use client";

import { useRouter } from "next/navigation";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { type Leaving, onLeaving } from "../../form/leaving";

const Dialog = lazy(async () => ({ default: (await import("../../dialog/dialog")).Dialog }));
const DialogForm = lazy(async () => ({ default: (await import("../../dialog/dialog-form")).DialogForm }));

/**
 * Asks before a link, the command palette, Back, signing out, a reload or a closed tab leaves an unsaved edit behind.
 */
export function LeaveQuestion({ dirty }: { dirty: boolean }) {
  const [goal, setGoal] = useState<Leaving | null>(null);
  useAsking(dirty, setGoal);

  const stay = () => setGoal(null);
  if (!goal) return null;
  return (
    <Suspense>
      <Dialog title="Leave with unsaved changes?" onClose={stay}>
        <DialogForm
          verb="Leave"
          onClose={stay}
          onSubmit={() => {
            stay();
            goal.go();
          }}
        >
          <p>
            Your changes are not saved.{" "}
            {goal.forgets
              ? "Signing out forgets them."
              : "They stay in this tab until you come back here or sign out."}
          </p>
        </DialogForm>
      </Dialog>
    </Suspense>
  );
}

/** Stops whatever leaves the page while `dirty`; `ask` gets the way to go on. */
function useAsking(dirty: boolean, ask: (goal: Leaving) => void): void {
  const router = useRouter();
  /** The person said that they leave, or signs in again and comes back to the edit. */
  const leaves = useRef(false);

  useEffect(() => {
    if (!dirty) return;
    leaves.current = false;
    const later = (go: () => void, forgets = false) =>
      ask({
        go: () => {
          leaves.current = true;
          go();
        },
        forgets,
      });
    const onClick = (event: MouseEvent) => {
      const link = linkThatLeaves(event);
      if (link?.pathname === "/login") leaves.current = true;
      if (!link || leaves.current) return;
      event.preventDefault();
      event.stopPropagation();
      later(() => router.push(link.href));
    };
    const onUnload = (event: BeforeUnloadEvent) => {
      if (!leaves.current) event.preventDefault();
    };
    // A browser without this event lets Back and Forward leave unasked; the edit stays in its tab all the same.
    const onNavigate = (event: NavigateEvent) => {
      const { navigationType, cancelable, destination } = event;
      if (navigationType !== "traverse" || !cancelable || leaves.current) return;
      if (new URL(destination.url).pathname === location.pathname) return;
      event.preventDefault();
      later(() => navigation.traverseTo(destination.key));
    };
    const stopListening = onLeaving((event) => {
      event.preventDefault();
      later(event.detail.go, event.detail.forgets);
    });
    // Listening on the window comes before the router's own listeners.
    window.addEventListener("click", onClick, { capture: true });
    window.addEventListener("beforeunload", onUnload);
    window.navigation?.addEventListener("navigate", onNavigate);
    return () => {
      stopListening();
      window.removeEventListener("click", onClick, { capture: true });
      window.removeEventListener("beforeunload", onUnload);
      window.navigation?.removeEventListener("navigate", onNavigate);
    };
  }, [dirty, ask, router]);
}

/** Returns the link to another page of the product that a plain click would follow. */
function linkThatLeaves(event: MouseEvent): HTMLAnchorElement | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = (event.target as Element | null)?.closest?.("a[href]");
  if (!(link instanceof HTMLAnchorElement) || link.target || link.origin !== location.origin) return null;
  return link.pathname === location.pathname ? null : link;
}
