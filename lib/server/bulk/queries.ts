import "server-only";
import { z } from "zod";
import { Id } from "@/lib/schemas/fields";
import { type Ctx, requirePermission } from "../ctx";
import { read } from "../db";
import { NotFound } from "../errors";
import type { BulkAction } from "./permissions";

export type BulkRunSummary = {
  id: string;
  action: BulkAction;
  state: "running" | "stopped" | "finished";
  startedBy: string;
  startedAt: string;
  finishedAt: string | null;
  orders: number;
  done: number;
  refused: number;
  failed: number;
};

export type BulkRunDetail = BulkRunSummary & {
  /** In the order of the run; a page of them. */
  results: {
    position: number;
    code: string;
    outcome: "waiting" | "running" | "done" | "refused" | "failed";
    message: string | null;
  }[];
  next: number | null;
};

const summaryColumns = {
  id: true,
  action: true,
  state: true,
  startedByName: true,
  createdAt: true,
  finishedAt: true,
  orderCount: true,
  doneCount: true,
  refusedCount: true,
  failedCount: true,
} as const;

const DetailInput = z.object({
  runId: Id,
  only: z.enum(["done", "refused", "failed", "waiting"]).optional().catch(undefined),
  after: z.coerce.number().int().min(0).catch(0).default(0),
});

/** A run with a page of its orders, 200 at a time. @throws NotFound */
export async function getBulkRun(ctx: Ctx, raw: unknown): Promise<BulkRunDetail> {
  requirePermission(ctx, "order:read");
  const { runId, only, after } = DetailInput.parse(raw);
  const run = await read(ctx).bulkRun.findUnique({
    where: { organizationId_id: { organizationId: ctx.organizationId, id: runId } },
    select: summaryColumns,
  });
  if (!run) throw new NotFound("bulk run", runId);
  const limit = 200;
  const rows = await read(ctx).bulkRunOrder.findMany({
    where: { runId, position: { gt: after }, ...(only && { outcome: only }) },
    orderBy: { position: "asc" },
    take: limit + 1,
    select: { position: true, outcome: true, message: true, order: { select: { code: true } } },
  });
  const results = rows.slice(0, limit).map(({ order, ...row }) => ({ ...row, code: order.code }));
  return {
    ...summaryOf(run),
    results,
    next: rows.length > limit ? (results.at(-1)?.position ?? null) : null,
  };
}

type Row = {
  id: string;
  action: BulkAction;
  state: BulkRunSummary["state"];
  startedByName: string;
  createdAt: Date;
  finishedAt: Date | null;
  orderCount: number;
  doneCount: number;
  refusedCount: number;
  failedCount: number;
};

function summaryOf(row: Row): BulkRunSummary {
  return {
    id: row.id,
    action: row.action,
    state: row.state,
    startedBy: row.startedByName,
    startedAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    orders: row.orderCount,
    done: row.doneCount,
    refused: row.refusedCount,
    failed: row.failedCount,
  };
}
