import type { ReactNode } from "react";
import classes from "./page-header.module.css";

export interface PageHeaderProps {
  /** What the page is; becomes the one h1. */
  title: string;
  /** Beside the title: a status badge. */
  badge?: ReactNode;
  /** Under the title: one line of facts. */
  meta?: ReactNode;
  /** The one primary action. */
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
