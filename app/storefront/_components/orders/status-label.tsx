import type { Combination } from "@/lib/domain/order-status/combination";
import classes from "./status-label.module.css";

/** Shows an order's status in the customer's words. */
export function StatusLabel({ status, live }: { status: Combination & { label: string }; live?: boolean }) {
  return (
    <span
      className={classes.label}
      data-type={status.type}
      {...(live && { role: "status", "aria-label": "Status" })}
    >
      {status.label}
    </span>
  );
}
