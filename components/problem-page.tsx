import type { ReactNode } from "react";
import classes from "./problem-page.module.css";

export interface ProblemPageProps {
  /** What happened. */
  title: string;
  /** What was kept, and what to do. */
  children: ReactNode;
  actions: ReactNode;
  /** To tell whoever looks after the product. */
  reference?: string | undefined;
}

/** A page that could not be shown: says what happened, what was kept and what to do. */
export function ProblemPage({ title, children, actions, reference }: ProblemPageProps) {
  return (
    <div className={classes.page}>
      <h1>{title}</h1>
      <div className={classes.text}>{children}</div>
      <div className={classes.actions}>{actions}</div>
      {reference && <p className={classes.reference}>Reference {reference}</p>}
    </div>
  );
}
