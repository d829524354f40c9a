import type { ReactNode } from "react";
import classes from "./form.module.css";

/** Groups fields of a longer form under a heading of their own. */
export function FieldGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={classes.group}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}
