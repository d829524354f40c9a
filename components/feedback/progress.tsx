import classes from "./progress.module.css";

interface ProgressProps {
  executed: number;
  all: number;
}

/** Shows "2 of 5" and a bar: the executed items of all that are wanted. */
export function Progress({ executed, all }: ProgressProps) {
  return (
    <span className={classes.progress}>
      <span className={classes.bar} aria-hidden="true">
        <span style={{ width: `${all === 0 ? 0 : (executed / all) * 100}%` }} />
      </span>
      <span className="number">
        {executed} of {all}
      </span>
    </span>
  );
}
