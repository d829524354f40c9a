import "server-only";
import { z } from "zod";
import type { OrderEvent } from "@/lib/domain/events/order-event";
import { OrderCode } from "@/lib/schemas/orders";
import { staff } from "../../kernel/caller";
import { read } from "../../kernel/db";
import { query } from "../../kernel/query";

export type OrderHistoryEntry = OrderEvent & {
  id: string;
  /** The order it happened to: the one asked for, or one of its sub-orders. */
  code: string;
  /** RFC 3339, UTC. */
  at: string;
  actor: { type: "user" | "api_key" | "scheduler" | "system"; name: string };
  /** As it was then. */
  statusLabel: string;
  comment: string | null;
};

/** One page of a timeline, and the cursor of what is older. */
export type OrderTimeline = { entries: OrderHistoryEntry[]; earlier: string | null };

const HistoryInput = z.object({
  code: OrderCode,
  /** Only entries older than this one. */
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .catch(undefined),
  limit: z.number().int().min(1).max(200).default(50),
});

/** Answers an order's timeline, newest first; a primary's has its sub-orders' entries too. */
export const orderHistory = query({
  name: "order.history",
  caller: staff("order:read"),
  input: HistoryInput,
  async run({ ctx }, { code, before, limit }): Promise<OrderTimeline> {
    const rows = await read(ctx).orderHistoryEntry.findMany({
      where: {
        order: {
          organizationId: ctx.organizationId,
          OR: [{ code }, { parent: { organizationId: ctx.organizationId, code } }],
        },
        ...(before ? { id: { lt: BigInt(before) } } : {}),
      },
      orderBy: { id: "desc" },
      take: limit + 1,
      include: { order: { select: { code: true } } },
    });
    const entries = rows.slice(0, limit).map((row) => ({
      // Rows are written by `recordHistory` alone, which takes nothing else.
      ...({ event: row.event, before: row.before ?? {}, after: row.after ?? {} } as OrderEvent),
      id: String(row.id),
      code: row.order.code,
      at: row.at.toISOString(),
      actor: { type: row.actorType, name: row.actorName },
      statusLabel: row.statusLabel,
      comment: row.comment,
    }));
    return { entries, earlier: rows.length > limit ? (entries.at(-1)?.id ?? null) : null };
  },
});
