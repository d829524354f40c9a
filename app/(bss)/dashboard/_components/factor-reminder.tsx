import { Link } from "@/components/layout/link";
import classes from "./factor-reminder.module.css";

/** Reminds an administrator, whose password alone opens everything, until they have a second factor. */
export function FactorReminder() {
  return (
    <p className={classes.reminder} role="note">
      Your password alone protects your account.{" "}
      <Link href="/profile#second-factor">Set up a second factor</Link>
    </p>
  );
}
