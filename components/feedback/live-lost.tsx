"use client";

import { IconPlugConnectedX } from "@tabler/icons-react";
import { useLiveLost } from "../live/live";
import classes from "./live-lost.module.css";

/**
 * Says that changes do not arrive by themselves at the moment. It has a place in the top line, so that nothing moves.
 */
export function LiveLost() {
  const lost = useLiveLost();
  return (
    <p role="status" className={classes.place}>
      {lost && (
        <span className={classes.said} title="What you see may be out of date. We are connecting again.">
          <IconPlugConnectedX size={16} aria-hidden="true" />
          <span className={classes.words}>Live updates are interrupted</span>
        </span>
      )}
    </p>
  );
}
