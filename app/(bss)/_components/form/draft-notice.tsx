"use client";

import { Button } from "@mantine/core";
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
    <>
      {draft.restored && (
        <div role="status" className={classes.restored}>
          What you typed before is here again.
          <Button size="compact-sm" variant="default" onClick={onDiscard}>
            Discard it
          </Button>
        </div>
      )}
      {draft.offered !== null && (
        <div role="status" className={classes.restored}>
          You began {offered} and did not save it.
          <Button size="compact-sm" variant="default" onClick={draft.takeOffer}>
            Continue with it
          </Button>
          <Button size="compact-sm" variant="default" onClick={draft.declineOffer}>
            Forget it
          </Button>
        </div>
      )}
    </>
  );
}
