import { Callout } from "@/components/feedback/callout";
import { Link } from "@/components/layout/link";
import classes from "./auth.module.css";

/** Says why a link can't be used, and where to go from here. */
export function LinkOverNotice({ words, newLink }: { words: string; newLink: string }) {
  return (
    <>
      <Callout tone="problem">{words}</Callout>
      <p>{newLink}</p>
      <p className={classes.aside}>
        <Link href="/login">Go to sign-in</Link>
      </p>
    </>
  );
}
