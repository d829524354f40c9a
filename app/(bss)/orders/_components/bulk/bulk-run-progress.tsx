import type { BulkRunRow } from "@/lib/server/bulk/queries/bulk-runs";
import classes from "./bulk.module.css";
import { progressWords, stateLabels } from "./words";

const parts = ["done", "refused", "failed"] as const;

/** Shows how far the run is, as a bar and in words. Screen readers are told its state alone. */
export function BulkRunProgress({ run }: { run: BulkRunRow }) {
  const tried = run.done + run.refused + run.failed;
  return (
    <section className={classes.progress} aria-label="Progress of the run">
      <p className={classes.words}>
        <strong role="status" aria-label="State">
          {stateLabels[run.state]}
        </strong>
        <span className="number">{progressWords(run)}</span>
      </p>
      <div
        role="progressbar"
        aria-label="Processed orders"
        aria-valuemin={0}
        aria-valuemax={run.orders}
        aria-valuenow={tried}
        aria-valuetext={progressWords(run)}
        className={classes.bar}
      >
        {parts.map((part) => (
          <span key={part} data-part={part} style={{ width: `${(run[part] / run.orders) * 100}%` }} />
        ))}
      </div>
    </section>
  );
}
