import type { ReactNode } from "react";
import classes from "./problem-text.module.css";

/** Says beside a thing what is wrong with it, as soon as it is. What an action refused is for `FailureAlert`. */
export function ProblemText({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} role="alert" className={classes.problem}>
      {children}
    </p>
  );
}
