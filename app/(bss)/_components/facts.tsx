import type { ReactNode } from "react";
import classes from "./facts.module.css";

interface Fact {
  label: string;
  /** Shows a dash if it is empty. */
  value: ReactNode;
  wide?: boolean;
}

/** Lists what is known of one thing, with labels above values. */
export function Facts({ facts }: { facts: (Fact | null | false)[] }) {
  return (
    <dl className={classes.facts}>
      {facts.filter(Boolean).map((fact) => {
        const { label, value, wide } = fact as Fact;
        return (
          <div key={label} className={wide ? `${classes.fact} ${classes.wide}` : classes.fact}>
            <dt>{label}</dt>
            <dd>{value === null || value === "" ? "–" : value}</dd>
          </div>
        );
      })}
    </dl>
  );
}
