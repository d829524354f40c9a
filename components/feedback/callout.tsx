import type { ReactNode, Ref } from "react";
import classes from "./callout.module.css";

interface CalloutProps {
  /** Says whether something went wrong, somebody else changed something meanwhile, or something is done. */
  tone: "problem" | "change" | "done";
  /** Gives it the focus, so that reading goes on there. */
  ref?: Ref<HTMLDivElement>;
  children: ReactNode;
}

/** Tells what a person has to know before they go on. A screen reader reads it as it appears. */
export function Callout({ tone, ref, children }: CalloutProps) {
  return (
    <div
      ref={ref}
      role={tone === "done" ? "status" : "alert"}
      tabIndex={-1}
      data-tone={tone}
      className={classes.callout}
    >
      {children}
    </div>
  );
}
