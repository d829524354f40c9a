import { IconMailOff } from "@tabler/icons-react";
import classes from "./no-address.module.css";

/** Stands where an account's email would: its messages cannot be sent. */
export function NoAddress() {
  return (
    <span className={classes.warning}>
      <IconMailOff size={14} aria-hidden="true" /> No contact address: messages stay in the outbox
    </span>
  );
}
