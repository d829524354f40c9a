import { BaseSequencer } from "vitest/node";

/** The longest files by the end of their names, slowest first; any other takes less than half a minute. */
export const slow = [
  "worker/kill.db.test.ts",
  "worker/kill-deliveries.db.test.ts",
  "worker/schedule.db.test.ts",
  "hostile-input.db.test.ts",
  "order-statuses/random-edits.db.test.ts",
  "orders/kill.db.test.ts",
  "worker/import-kill.db.test.ts",
  "embedded-postgres/start.db.test.ts",
  "embedded-postgres/backup.db.test.ts",
  "statement-counts.db.test.ts",
  "document-pdf.test.ts",
  "orders/reverse-crash.db.test.ts",
];

/** Slow files begin first, so that none is left to run alone at the end. */
export class SlowFirst extends BaseSequencer {
  /** @param {import("vitest/node").TestSpecification[]} files */
  async sort(files) {
    /** @param {import("vitest/node").TestSpecification} file */
    const rank = ({ moduleId }) => {
      const at = slow.findIndex((name) => moduleId.endsWith(name));
      return at < 0 ? slow.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
