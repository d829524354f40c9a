"use client";

import { useRouter } from "next/navigation";
import { lazy, Suspense, useEffect, useState } from "react";
import { onLeaving } from "../leaving";
import { ReturnFocus } from "./return-focus";

const ConfirmDialog = lazy(async () => ({ default: (await import("../confirm-dialog")).ConfirmDialog }));

/** Asks before a link, the command palette, a reload or a closed tab leaves an unsaved edit behind. */
export function LeaveQuestion({ dirty }: { dirty: boolean }) {
  const router = useRouter();
  const [goal, setGoal] = useState<string | null>(null);

  useEffect(() => {
    if (!dirty) return;
    let signingIn = false;
    const onClick = (event: MouseEvent) => {
      const link = linkThatLeaves(event);
      if (!link) return;
      // Who signs in again comes back to the edit.
      if (link.pathname === "/login") {
        signingIn = true;
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      setGoal(link.href);
    };
    const onUnload = (event: BeforeUnloadEvent) => {
      if (!signingIn) event.preventDefault();
    };
    const stopListening = onLeaving((event) => {
      event.preventDefault();
      setGoal(event.detail);
    });
    // On the window, so that it comes before the router's own.
    window.addEventListener("click", onClick, { capture: true });
    window.addEventListener("beforeunload", onUnload);
    return () => {
      stopListening();
      window.removeEventListener("click", onClick, { capture: true });
      window.removeEventListener("beforeunload", onUnload);
    };
  }, [dirty]);

  if (goal === null) return null;
  return (
    <Suspense>
      <ReturnFocus>
        <ConfirmDialog
          opened
          title="Leave with unsaved changes?"
          confirm="Leave"
          onClose={() => setGoal(null)}
          onConfirm={() => {
            router.push(goal);
            setGoal(null);
          }}
        >
          <p>Your changes are not saved. They stay in this tab until you come back here or sign out.</p>
        </ConfirmDialog>
      </ReturnFocus>
    </Suspense>
  );
}

/** A plain click on a link to another page of the product. */
function linkThatLeaves(event: MouseEvent): HTMLAnchorElement | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = (event.target as Element | null)?.closest?.("a[href]");
  if (!(link instanceof HTMLAnchorElement) || link.target || link.origin !== location.origin) return null;
  return link.pathname === location.pathname ? null : link;
}
