import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { NotDone } from "@/lib/domain/order/holds/not-done";
import type { OrderRefusal } from "@/lib/domain/order/holds/refusal";
import type { Result } from "@/lib/domain/values/result";
import { Id } from "@/lib/schemas/fields";
import { requirePermission } from "../../kernel/ctx";
import { machine } from "../../kernel/definition/caller";
import { task } from "../../kernel/definition/task";
import { Forbidden } from "../../kernel/errors";
import { log } from "../../kernel/log";
import { cancelOrder } from "../../orders/commands/cancel-order";
import { executeOrder } from "../../orders/commands/execute-order";
import { setOrderStatus } from "../../orders/commands/set-order-status";
import { type Attempt, type Claimed, claim, finish, loadRun, type Run, takeUp } from "../attempt";
import { type Outcome, record, wasDoneBefore } from "../outcomes";
import { bulkPermissions } from "../permissions";

/** Limits the commands at once to two less than the pool has connections. */
const concurrency = 8;
/** Sets how often progress is written, and thereby shown to people who look at it. */
const recordAfterMs = 250;

/**
 * Carries out a bulk run for the worker until it is finished, stopped or taken up by another worker. A killed run continues
 * later, and finds an order whose command had committed instead of doing it twice.
 */
export const carryOutBulkRun = task({
  name: "bulk_run",
  caller: machine("system", "order:execute"),
  input: z.strictObject({ runId: Id }),
  run: ({ ctx }, { runId }) => carryOut(ctx.organizationId, runId),
});

async function carryOut(organization: string, runId: string): Promise<"finished" | "left"> {
  const attempt = await takeUp(organization, runId);
  if (!attempt) return "left";

  const orders = ordersOf(attempt);
  const outcomes: Outcome[] = [];
  let recordedAt = Date.now();
  const lane = async () => {
    for await (const { run, order } of orders) {
      outcomes.push(await act(run, order));
      if (Date.now() - recordedAt < recordAfterMs) continue;
      recordedAt = Date.now();
      if (!(await record(attempt, outcomes.splice(0)))) return;
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: concurrency }, lane));
  for (const each of lanes) if (each.status === "rejected") throw each.reason;
  if (!(await record(attempt, outcomes))) return "left";
  await finish(attempt);
  return "finished";
}

/** Yields the orders of the run one by one, with the run's present state, until no order is left or the run has ended. */
async function* ordersOf(attempt: Attempt): AsyncGenerator<{ run: Run; order: Claimed }> {
  for (;;) {
    const run = await loadRun(attempt);
    const claimed = run ? await claim(run) : [];
    if (!run || claimed.length === 0) return;
    for (const order of claimed) yield { run, order };
  }
}

async function act(run: Run, order: Claimed): Promise<Outcome> {
  const { position, code } = order;
  const refusal: NotDone = { reason: "no_longer_allowed", person: run.byName };
  if (!run.ctx) return { position, outcome: "refused", refusal };
  const ctx = { ...run.ctx, now: new Date() };
  try {
    requirePermission(ctx, bulkPermissions[run.action]);
    const result: Result<unknown, OrderRefusal> = await commands[run.action](ctx, { ...run.input, code });
    if (result.ok || (await wasDoneBefore(run, order))) return { position, outcome: "done", refusal: null };
    return { position, outcome: "refused", refusal: result.refusal };
  } catch (error) {
    if (error instanceof Forbidden) {
      return { position, outcome: "refused", refusal };
    }
    const id = randomUUID().slice(0, 8);
    log.error({ err: error, id, event: "bulk_run", runId: run.id, code }, "An order of a bulk run failed");
    return { position, outcome: "failed", refusal: { reason: "failed_here", error: id } };
  }
}

const commands = { execute: executeOrder, cancel: cancelOrder, set_status: setOrderStatus };
