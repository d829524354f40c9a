import type { ReactNode } from "react";
import classes from "./problem-page.module.css";

type ProblemAction = { label: string; href: string } | { label: string; run: () => void };

export interface ProblemPageProps {
  /** What happened. */
  title: string;
  /** What was kept, and what to do. */
  children: ReactNode;
  /** The first is what helps most. */
  actions: ProblemAction[];
  /** To tell whoever looks after the product. */
  reference?: string | undefined;
}

/**
 * A page that could not be shown: says what happened, what was kept and what to do. Of plain elements, since error
 * pages are loaded ahead with every page.
 */
export function ProblemPage({ title, children, actions, reference }: ProblemPageProps) {
  return (
    <div className={classes.page}>
      <h1>{title}</h1>
      <div className={classes.text}>{children}</div>
      <div className={classes.actions}>
        {actions.map((action) =>
          "href" in action ? (
            <a key={action.label} href={action.href} className={classes.action}>
              {action.label}
            </a>
          ) : (
            <button key={action.label} type="button" onClick={action.run} className={classes.action}>
              {action.label}
            </button>
          ),
        )}
      </div>
      {reference && <p className={classes.reference}>Reference {reference}</p>}
    </div>
  );
}
