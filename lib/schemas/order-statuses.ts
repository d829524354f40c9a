import { z } from "zod";
import { mostStatuses } from "@/lib/domain/order-status/list/list";
import { restoredRowId } from "@/lib/domain/order-status/list/versions";
import { Id, Version } from "./fields";

/** Setup edits the list of order statuses: docs/domain.md, section 1. */

/**
 * Takes cells as typed. The domain reads them, so that a faulty one is named by row and column like any broken rule.
 */
const Cells = z.strictObject({
  no: z.unknown(),
  description: z.unknown(),
  type: z.unknown(),
  storefrontType: z.unknown(),
  color: z.unknown(),
  active: z.unknown(),
});

/** Takes what the screen calls a row until it is saved, which is never the id of a saved one. */
const NewRowId = z.union([
  z.string().regex(/^new-[a-z0-9-]{1,40}$/, "A new row's id starts with “new-”."),
  // A deleted status comes back as itself (rule 13).
  z.templateLiteral([restoredRowId(""), z.uuid()]),
]);

const listed = <Row extends z.ZodType<{ id: string }>>(row: Row) =>
  z
    .array(row)
    .max(mostStatuses, `Change at most ${mostStatuses} rows in one save.`)
    .refine((rows) => new Set(rows.map(({ id }) => id)).size === rows.length, "Name each row once.");

/**
 * Takes everything that was changed, added and deleted since the list was read, each saved row with the version that it
 * was read at.
 */
export const SaveOrderStatusesInput = z
  .strictObject({
    changed: listed(z.strictObject({ id: Id, version: Version, cells: Cells.partial() })).default([]),
    added: listed(z.strictObject({ id: NewRowId, cells: Cells.partial() })).default([]),
    deleted: listed(
      z.strictObject({
        id: Id,
        version: Version,
        /** Names the row that takes over the orders of a status in use: a saved one, or one that the same save adds. */
        replacementId: z.union([Id, NewRowId]).optional(),
      }),
    ).default([]),
    /** Holds new Storefront Types that were confirmed, with the number of affected orders that was shown. */
    confirmed: listed(z.strictObject({ id: Id, orders: z.number().int().min(0) })).default([]),
  })
  .refine(({ changed, deleted }) => {
    const gone = new Set(deleted.map(({ id }) => id));
    return !changed.some(({ id }) => gone.has(id));
  }, "A row is either changed or deleted.");
export type SaveOrderStatusesInput = z.input<typeof SaveOrderStatusesInput>;
export type CheckedStatusesInput = z.output<typeof SaveOrderStatusesInput>;
