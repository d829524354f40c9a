"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import type { ActionFailure } from "@/components/form/action-result";
import classes from "./form.module.css";

/**
 * What is wrong with the whole form; takes the focus, so that it is read and the fields follow by Tab. After somebody
 * else's save it offers theirs.
 */
export function FormAlert({ failure }: { failure: ActionFailure | null }) {
  const router = useRouter();
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (failure) alert.current?.focus();
  }, [failure]);
  if (!failure) return null;
  return (
    <div ref={alert} role="alert" tabIndex={-1} className={classes.alert}>
      {failure.message}
      {failure.reason === "conflict" && (
        <>
          {" "}
          <Button size="compact-sm" variant="default" onClick={() => router.refresh()}>
            Load the current values
          </Button>
        </>
      )}
    </div>
  );
}

interface DraftNoticeProps {
  draft: { restored: boolean; offered: unknown; takeOffer: () => void; declineOffer: () => void };
  /** What an offered one is, in words: "an order for Northwind with 3 items". */
  offered: string;
  onDiscard: () => void;
}

/** Says that what was typed before is there again, or can be. */
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
