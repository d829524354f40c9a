import type { ReactNode } from "react";
import classes from "./problem-page.module.css";

type ProblemAction = { label: string; href: string } | { label: string; run: () => void };

export interface ProblemPageProps {
  /** Says what happened. */
  title: string;
  /** Says what was kept, and what to do. */
  children: ReactNode;
  /** Lists what to do; the first one helps most. */
  actions: ProblemAction[];
  /** Is for the person who looks after the product. */
  reference?: string | undefined;
}

/**
 * Shows a page that says why another one could not be shown. It has plain elements, since every page loads it ahead.
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
