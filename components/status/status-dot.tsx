import classes from "./status-dot.module.css";

/** Shows a status's color beside its name in a field, where a badge has no room. */
export function StatusDot({ color }: { color: string }) {
  return <span className={classes.dot} style={{ background: color }} aria-hidden="true" />;
}
