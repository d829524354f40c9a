import type { ReactNode } from "react";
import classes from "./empty-state.module.css";

export interface EmptyStateProps {
  /** Says in one sentence why there is nothing. */
  title: string;
  /** Says what to do next. */
  children?: ReactNode;
  action?: ReactNode;
}

/** Shows that a list is empty, why, and what to do. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      <p className={classes.title}>{title}</p>
      {children && <div className={classes.text}>{children}</div>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}
