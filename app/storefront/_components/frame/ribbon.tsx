import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./ribbon.module.css";

/** Shows across the page what needs attention first. */
export function Ribbon({ role, label, children }: { role?: "alert"; label?: string; children: ReactNode }) {
  return (
    <section className={classes.ribbon} role={role} aria-label={label}>
      <IconAlertTriangle size={20} aria-hidden="true" />
      <div className={classes.words}>{children}</div>
    </section>
  );
}
