import type { ReactNode } from "react";
import classes from "./page-header.module.css";

export interface PageHeaderProps {
  /** Says what the page is, as its one h1. */
  title: string;
  /** Stands beside the title, such as a status badge. */
  badge?: ReactNode;
  /** Stands under the title, as one line of facts. */
  meta?: ReactNode;
  /** Is the one primary action. */
  primary?: ReactNode;
  secondary?: ReactNode;
}

export function PageHeader({ title, badge, meta, primary, secondary }: PageHeaderProps) {
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        <div className={classes.line}>
          <h1>{title}</h1>
          {badge}
        </div>
        {meta && <div className={classes.meta}>{meta}</div>}
      </div>
      {(primary || secondary) && (
        <div className={classes.actions}>
          {secondary}
          {primary}
        </div>
      )}
    </header>
  );
}
