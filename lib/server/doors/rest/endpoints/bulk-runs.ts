import "server-only";
import { z } from "zod";
import { BulkWork, SelectedOrders } from "@/lib/schemas/bulk";
import { Day } from "@/lib/schemas/orders";
import { retryBulkRun } from "../../../bulk/commands/retry-bulk-run";
import { startBulkRun } from "../../../bulk/commands/start-bulk-run";
import { stopBulkRun } from "../../../bulk/commands/stop-bulk-run";
import { bulkResults, getBulkRun, listBulkResults, listBulkRuns } from "../../../bulk/queries/bulk-runs";
import type { Ctx } from "../../../kernel/ctx";
import { does } from "../does";
import type { Endpoint } from "../endpoint";
import { lists } from "../lists";
import { reads } from "../reads";
import { BulkRun, BulkRunOrder, BulkRunStarted, tellBulkRun, tellBulkRunOrder } from "../resources/bulk-run";

const tag = "Bulk runs";
const path = "/bulk-runs/{runId}";

/** Takes the filter of the order list. A value that nobody can read is refused here, since it would select all orders. */
const OrderFilter = z.strictObject({
  status: z.array(z.uuid()).max(100).default([]),
  account: z.uuid().optional(),
  source: z.enum(["bss", "storefront"]).optional(),
  unexecuted: z.literal("true").optional(),
  from: Day.optional(),
  to: Day.optional(),
  q: z.string().max(100).optional(),
});

const BulkRunBody = z.strictObject({
  selection: z
    .union([SelectedOrders, z.strictObject({ filter: OrderFilter })])
    .describe(
      "Name the orders by their ids or by the filter of the order list. A filter can match at most 10,000 orders.",
    ),
  work: BulkWork.describe("Each order's own call takes the same fields."),
  readyOnly: z
    .boolean()
    .default(false)
    .describe("If this is true, we leave out the orders that would be refused now."),
});

const tellNow = async ({ runId }: { runId: string }, ctx: Ctx) =>
  tellBulkRun((await getBulkRun(ctx, { runId })).run);

export const bulkRunEndpoints: readonly Endpoint[] = [
  does("POST", "/bulk-runs", startBulkRun, {
    tag,
    summary: "Executes or cancels many orders, or sets their status, in the background",
    status: 201,
    body: BulkRunBody,
    input: async (_, { body }) => BulkRunBody.parse(body),
    answer: BulkRunStarted,
    tell: ({ runId: id, orders }) => ({ id, orders }),
    location: ({ runId }) => `/bulk-runs/${runId}`,
  }),
  lists("/bulk-runs", listBulkRuns, {
    tag,
    summary: "Lists bulk runs, newest first",
    parameters: z.object({ sort: z.enum(["started", "-started"]).default("-started") }),
    row: BulkRun,
    tell: tellBulkRun,
  }),
  reads(path, getBulkRun, {
    tag,
    summary: "Shows a bulk run, with how far it is",
    input: ({ path: { runId } }) => ({ runId }),
    answer: BulkRun,
    tell: ({ run }) => tellBulkRun(run),
  }),
  lists(`${path}/orders`, listBulkResults, {
    tag,
    summary: "Lists the orders of a bulk run, with what became of each",
    parameters: z.object({ result: z.enum(bulkResults).optional() }),
    input: async (filters, { path: { runId } }) => ({ ...filters, runId }),
    row: BulkRunOrder,
    tell: tellBulkRunOrder,
  }),
  does("POST", `${path}/stop`, stopBulkRun, {
    tag,
    summary: "Ends a bulk run after the orders that it has begun",
    answer: BulkRun,
    tell: tellNow,
  }),
  does("POST", `${path}/retry`, retryBulkRun, {
    tag,
    summary: "Continues an ended run in the name of your key, with the orders that are not done",
    answer: BulkRun,
    tell: tellNow,
  }),
];
