/** Says what imports are: docs/domain.md, section 11. */

export const importFormats = ["csv", "ndjson"] as const;
export type ImportFormat = (typeof importFormats)[number];

/** Lists the states in the order in which an import goes through them. `reading` lasts until the whole file is kept. */
export type ImportState = "reading" | "checked" | "running" | "canceled" | "finished";

/** Says what the check expects of a row. */
export type ImportPlan = "create" | "update" | "keep";

export const importRowStates = ["pending", "created", "updated", "unchanged", "failed"] as const;
export type ImportRowState = (typeof importRowStates)[number];

/**
 * Limits one file. An order has a line for each item in CSV, so that a file has more lines than rows. `line` counts characters:
 * a row of CSV, or a line of NDJSON.
 */
export const importLimits = {
  bytes: 100 * 1024 * 1024,
  rows: 100_000,
  lines: 1_000_000,
  line: 256 * 1024,
} as const;

/** Says how many days after its end the rows of an import are kept. They hold customers' data, so we keep them no longer. */
export const rowDays = 30;

/** Tells whether an import ended so long ago that its rows are deleted. */
export function rowsAreGone(finishedAt: string | null, now: Date): boolean {
  return finishedAt !== null && Date.parse(finishedAt) < now.getTime() - rowDays * 86_400_000;
}

/** Returns the format that the name of a file says, or null if it says none that can be imported. */
export function formatOfName(name: string): ImportFormat | null {
  if (/\.csv$/i.test(name)) return "csv";
  return /\.(ndjson|jsonl)$/i.test(name) ? "ndjson" : null;
}

/** Is the only content type that a page sends its file with, which no other site can send without being asked. */
export const uploadType = "application/octet-stream";
