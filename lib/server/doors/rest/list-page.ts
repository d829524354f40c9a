import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { ProblemError } from "./problem";

export type ListParameters = {
  readonly cursor?: string;
  readonly limit: number;
  readonly include?: "count";
};

/** Returns the parameters of a list with those that every list has, and the form of a page of it. */
export function listParametersOf(filters: z.ZodObject, row: z.ZodType, counted: boolean) {
  const include = z
    .literal("count")
    .optional()
    .describe("The answer then has the exact number of all matching rows.");
  return {
    parameters: z.strictObject({
      ...filters.shape,
      limit: z.coerce
        .number()
        .int()
        .min(1)
        .max(200)
        .default(50)
        .describe("A page has at most this many rows."),
      cursor: z
        .string()
        .max(1000)
        .optional()
        .describe("Send `nextCursor` of the previous page to get the next one."),
      ...(counted && { include }),
    }),
    answer: z.object({
      data: z.array(row),
      /** Leads to the next page, and is null on the last one. */
      nextCursor: z.string().nullable(),
      ...(counted && { count: z.number().int().optional() }),
    }),
  };
}

/**
 * Reads and writes the cursors of a list. A cursor belongs to the filters that it was made under, since another list would
 * silently begin anew.
 */
export function pageCursor(filters: Record<string, unknown>) {
  const sorted = Object.entries(filters).sort(([one], [other]) => one.localeCompare(other));
  const of = createHash("sha256").update(JSON.stringify(sorted)).digest("base64url").slice(0, 12);
  return {
    /** @throws ProblemError for a cursor that this list did not give */
    read(cursor: string | undefined): string | undefined {
      if (cursor === undefined) return undefined;
      const [list, position] = cursor.split(".");
      if (list === of && position && /^[\w-]+$/.test(position)) return position;
      throw new ProblemError("invalid_cursor");
    },
    write: (next: string | null) => next && `${of}.${next}`,
  };
}
