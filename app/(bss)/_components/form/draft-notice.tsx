"use client";

import { Button } from "@mantine/core";
import { type ReactNode, useLayoutEffect } from "react";
import { Still } from "@/components/live/still";
import classes from "./form.module.css";

interface DraftNoticeProps {
  draft: { restored: boolean; offered: unknown; takeOffer: () => void; declineOffer: () => void };
  /** Describes an offered draft: "an order for Northwind with 3 items". */
  offered: string;
  onDiscard: () => void;
}

/** Says that what was typed before is there again, or offers to bring it back. */
export function DraftNotice({ draft, offered, onDiscard }: DraftNoticeProps) {
  return (
    <Still>
      {draft.restored && (
        <Notice>
          What you typed before is here again.
          <Button size="compact-sm" variant="default" onClick={onDiscard}>
            Discard it
          </Button>
        </Notice>
      )}
      {draft.offered !== null && (
        <Notice>
          You began {offered} and did not save it.
          <Button size="compact-sm" variant="default" onClick={draft.takeOffer}>
            Continue with it
          </Button>
          <Button size="compact-sm" variant="default" onClick={draft.declineOffer}>
            Forget it
          </Button>
        </Notice>
      )}
    </Still>
  );
}

/** Comes above the form once the page's scripts run, when somebody may be in one of its fields already. */
function Notice({ children }: { children: ReactNode }) {
  useLayoutEffect(() => {
    // The notice can push that field out of sight, and the list that is open under it with it.
    const { activeElement } = document;
    if (activeElement !== document.body) activeElement?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <div role="status" className={classes.restored}>
      {children}
    </div>
  );
}
