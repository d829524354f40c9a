import { IconMailOff } from "@tabler/icons-react";
import classes from "./no-address.module.css";

/** Replaces an account's email where there is none, so that no message can be sent. */
export function NoAddress() {
  return (
    <span className={classes.warning}>
      <IconMailOff size={14} aria-hidden="true" /> No contact address: messages stay in the outbox
    </span>
  );
}
