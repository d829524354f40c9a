import "server-only";
import { z } from "zod";
import type { NotDone } from "@/lib/domain/order/holds/not-done";
import { reasonWithWayOut } from "@/lib/domain/order/holds/reason";
import { Id, listParameters, sortParameter } from "@/lib/schemas/fields";
import { type Ctx, may } from "../../kernel/ctx";
import { read, sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { NotFound } from "../../kernel/errors";
import { type Page, type SortColumn, sortedKeyset } from "../../kernel/keyset";
import { type BulkAction, bulkPermissions } from "../permissions";

const ListBulkRunsInput = z
  .object({ ...listParameters, sort: sortParameter(["started"], "-started") })
  .omit({ q: true });

/** Lists how the orders of a run can be filtered. */
export const bulkResults = ["done", "refused", "failed", "waiting"] as const;

/** Holds what a run's page takes from its address. The cursor is a position, and is negative to page backwards. */
const GetBulkRunInput = z.object({
  runId: Id,
  result: z.enum(bulkResults).optional().catch(undefined),
  cursor: z.coerce.number().int().min(-10_001).max(10_001).catch(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).catch(100).default(100),
});

export type BulkRunRow = {
  id: string;
  action: BulkAction;
  state: "running" | "stopped" | "finished";
  startedBy: string;
  /** Names the person or key that last retried the run, in whose name it continues. */
  retriedBy: string | null;
  /** Names the new status or the reason. `startDate` is a day, and `comment` is free text. */
  status: string | null;
  startDate: string | null;
  comment: string | null;
  /** Holds an ISO time, as does `finishedAt`. */
  startedAt: string;
  finishedAt: string | null;
  orders: number;
  done: number;
  refused: number;
  failed: number;
};

export type BulkOutcome = "waiting" | "running" | "done" | "refused" | "failed";

export type BulkResult = {
  position: number;
  code: string;
  account: string;
  outcome: BulkOutcome;
  /** Is the code of why the order was refused or failed. */
  reason: string | null;
  /** Says why the order was refused or failed. */
  message: string | null;
};

export type BulkRunDetail = {
  run: BulkRunRow;
  /** Tells whether the reader may stop or retry the run. */
  mayAct: boolean;
  /** Lists the orders in the order of the run. */
  results: Page<BulkResult>;
};

type Row = Omit<BulkRunRow, "startedAt" | "finishedAt"> & { startedAt: Date; finishedAt: Date | null };

const columns = sql`id, action, state, started_by_name AS "startedBy", retried_by_name AS "retriedBy", created_at AS "startedAt",
  finished_at AS "finishedAt", order_count AS orders, done_count AS done, refused_count AS refused, failed_count AS failed,
  (SELECT description FROM order_statuses WHERE order_statuses.organization_id = bulk_runs.organization_id
    AND order_statuses.id = (input ->> 'statusId')::uuid) AS status,
  nullif(input ->> 'startDate', '') AS "startDate", nullif(input ->> 'comment', '') AS comment`;

const sortable = {
  started: {
    key: sql`created_at`,
    keyType: "timestamptz",
    of: ({ startedAt }) => startedAt.toISOString(),
  },
} satisfies Record<string, SortColumn<Row>>;

/** Lists the organization's bulk runs, newest first. */
export const listBulkRuns = query({
  name: "bulk-run.list",
  caller: staff("order:read"),
  input: z.unknown(),
  async run({ ctx }, raw): Promise<Page<BulkRunRow>> {
    const pages = sortedKeyset(sortable, sql`id`, ListBulkRunsInput.parse(raw));
    const rows = await read(ctx).$queryRaw<Row[]>(sql`
      SELECT ${columns} FROM bulk_runs
      WHERE organization_id = ${ctx.organizationId}::uuid ${pages.where} ${pages.tail}`);
    const page = pages.page(rows);
    return { ...page, rows: page.rows.map(rowOf) };
  },
});

/** Returns a run with a page of its orders. @throws NotFound */
export const getBulkRun = query({
  name: "bulk-run.get",
  caller: staff("order:read"),
  input: GetBulkRunInput,
  async run({ ctx }, input): Promise<BulkRunDetail> {
    const { runId } = input;
    const [row] = await read(ctx).$queryRaw<Row[]>(sql`
      SELECT ${columns} FROM bulk_runs WHERE organization_id = ${ctx.organizationId}::uuid AND id = ${runId}::uuid`);
    if (!row) throw new NotFound("bulk run", runId);
    return {
      run: rowOf(row),
      mayAct: may(ctx, bulkPermissions[row.action]),
      results: await resultsOf(ctx, input),
    };
  },
});

/** Lists the orders of a run in its order, with what became of each. @throws NotFound */
export const listBulkResults = query({
  name: "bulk-run.list-results",
  caller: staff("order:read"),
  input: GetBulkRunInput,
  async run({ ctx }, input): Promise<Page<BulkResult>> {
    const { organizationId } = ctx;
    const key = { organizationId_id: { organizationId, id: input.runId } };
    const run = await read(ctx).bulkRun.findUnique({ where: key, select: { id: true } });
    if (!run) throw new NotFound("bulk run", input.runId);
    return resultsOf(ctx, input);
  },
});

async function resultsOf(
  ctx: Ctx,
  { runId, result: only, cursor, limit }: z.output<typeof GetBulkRunInput>,
): Promise<Page<BulkResult>> {
  const backwards = cursor < 0;
  const found = await read(ctx).bulkRunOrder.findMany({
    where: {
      runId,
      position: backwards ? { lt: -cursor } : { gt: cursor },
      ...(only && { outcome: only === "waiting" ? { in: ["waiting", "running"] } : only }),
    },
    orderBy: { position: backwards ? "desc" : "asc" },
    take: limit + 1,
    select: {
      position: true,
      outcome: true,
      refusal: true,
      order: { select: { code: true, account: { select: { name: true } } } },
    },
  });
  const more = found.length > limit;
  const rows = found.slice(0, limit).map(({ order, refusal, ...rest }) => ({
    ...rest,
    code: order.code,
    account: order.account.name,
    reason: (refusal as NotDone | null)?.reason ?? null,
    message: refusal ? reasonWithWayOut(refusal as NotDone, ctx.locale) : null,
  }));
  if (backwards) rows.reverse();
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    rows,
    next: last && (backwards || more) ? String(last.position) : null,
    previous: first && (backwards ? more : cursor > 0) ? String(-first.position) : null,
  };
}

function rowOf(row: Row): BulkRunRow {
  return {
    ...row,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
