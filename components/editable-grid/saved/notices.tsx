"use client";

import { Children, type ReactNode } from "react";
import classes from "./notices.module.css";

/**
 * Says what the edit does and what is wrong with it, in a place that is there from the start: no row moves from under
 * the pointer when it begins to say something. A phone shows it at the lower edge, near the edited row.
 */
export function Notices({ hint, children }: { hint: string; children: ReactNode }) {
  const said = Children.toArray(children);
  return (
    <div className={classes.place}>
      <p className={classes.hint} data-covered={said.length > 0 || undefined}>
        {hint}
      </p>
      {said.length > 0 && <div className={classes.said}>{said}</div>}
    </div>
  );
}
