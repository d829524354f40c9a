import classes from "./logo.module.css";

/** Shows the product's name with its sign. `compact` leaves the name to screen readers. */
export function Logo({ compact = false }: { compact?: boolean }) {
  return (
    <span className={classes.logo}>
      <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
        <rect width="24" height="24" rx="6" className={classes.plate} />
        <path d="M7 8h10M7 12h6" className={classes.line} />
        <path d="m11 16.2 2 2 4-4.4" className={classes.line} />
      </svg>
      <span className={compact ? classes.hidden : classes.name}>Order Desk</span>
    </span>
  );
}
