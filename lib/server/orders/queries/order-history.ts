import "server-only";
import { z } from "zod";
import type { OrderEvent } from "@/lib/domain/events/order-event";
import { toldReason } from "@/lib/domain/order/holds/reason";
import { OrderCode } from "@/lib/schemas/orders";
import { Prisma, read, sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { type Recorded, recordedColumns } from "../../kernel/recorded";

export type OrderHistoryEntry = Recorded<OrderEvent> & {
  /** Names the order it happened to: the requested one or one of its sub-orders. */
  code: string;
  /** Holds the label that the status had then. */
  statusLabel: string;
  comment: string | null;
};

/** Holds one page of a timeline and the cursor for older entries. */
export type OrderTimeline = { entries: OrderHistoryEntry[]; earlier: string | null };

const HistoryInput = z.object({
  code: OrderCode,
  /** Limits the entries to those older than this one. */
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .catch(undefined),
  limit: z.number().int().min(1).max(200).default(50),
});

/** Answers an order's timeline, newest first. A primary's timeline includes its sub-orders' entries. */
export const orderHistory = query({
  name: "order.history",
  caller: staff("order:read"),
  input: HistoryInput,
  async run({ ctx }, { code, before, limit }): Promise<OrderTimeline> {
    const { organizationId } = ctx;
    const older = before ? sql`AND events.id < ${before}::bigint` : Prisma.empty;
    const rows = await read(ctx).$queryRaw<OrderHistoryEntry[]>(sql`
      WITH asked AS (
        SELECT id, code FROM orders WHERE organization_id = ${organizationId}::uuid AND code = ${code}
      ), tree AS (
        SELECT id, code FROM asked
        UNION ALL
        SELECT sub_order.id, sub_order.code FROM asked
        JOIN orders AS sub_order ON sub_order.organization_id = ${organizationId}::uuid AND parent_id = asked.id
      )
      SELECT told.*, tree.code FROM tree CROSS JOIN LATERAL (
        SELECT ${recordedColumns}, status_label AS "statusLabel", comment FROM events
        WHERE organization_id = ${organizationId}::uuid AND order_id = tree.id ${older}
        ORDER BY events.id DESC LIMIT ${limit + 1}) AS told
      ORDER BY told.id::bigint DESC LIMIT ${limit + 1}`);
    const entries = rows.slice(0, limit).map((row) => withReasonTold(row, ctx.locale));
    return { entries, earlier: rows.length > limit ? (entries.at(-1)?.id ?? null) : null };
  },
});

/** Tells why the scheduler did not execute an order, in the reader's notation. */
function withReasonTold(entry: OrderHistoryEntry, locale: string): OrderHistoryEntry {
  if (entry.kind !== "order.schedule_failed" || !entry.after.why) return entry;
  return { ...entry, after: { ...entry.after, why: toldReason(entry.after.why, locale) } };
}
