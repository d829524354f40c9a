"use client";

import { useLocale } from "@/components/format/locale";
import type { ImportRecord } from "@/lib/server/imports/queries/imports";
import classes from "./imports.module.css";
import { leftOf, progressWords, stateLabel } from "./words";

const parts = ["created", "updated", "unchanged", "failed"] as const;

/** Shows how far the import is, as a bar and in words. Screen readers are told its state alone. */
export function ImportProgress({ record }: { record: ImportRecord }) {
  const { locale } = useLocale();
  const words = progressWords(record, locale);
  return (
    <section className={classes.progress} aria-label="Progress of the import">
      <p className={classes.words}>
        <strong role="status" aria-label="State">
          {stateLabel(record)}
        </strong>
        <span className="number">{words}</span>
      </p>
      <div
        role="progressbar"
        aria-label="Processed rows"
        aria-valuemin={0}
        aria-valuemax={record.rows}
        aria-valuenow={record.rows - leftOf(record)}
        aria-valuetext={words}
        className={classes.bar}
      >
        {parts.map((part) => (
          <span key={part} data-part={part} style={{ width: `${(record[part] / record.rows) * 100}%` }} />
        ))}
      </div>
    </section>
  );
}
