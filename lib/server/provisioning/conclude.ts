import "server-only";
import { isWithdrawn, nextAttemptAt, type ProvisioningState, triesOf } from "@/lib/domain/provisioning";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";
import { addJobs } from "../kernel/jobs";
import { record } from "../kernel/record";
import type { ProvisioningOutcome } from "./drivers/driver";
import { lockTask, provisionJob, type Task, writeTask } from "./task";

/** Names what became of a task: done, to be retried, failed, or accepted by a vendor that will call back. */
export type Concluded = "provisioned" | "postponed" | "failed" | "accepted";

/** Maps it to the state that the task has then. */
export const stateAfter: Record<Concluded, ProvisioningState> = {
  provisioned: "provisioned",
  postponed: "pending",
  failed: "failed",
  accepted: "in_progress",
};

/**
 * Records how an attempt at a locked task ended and plans what comes next, after the driver's answer or the vendor's
 * callback: docs/domain.md, section 3.
 */
export async function writeOutcome(
  tx: Tx,
  ctx: Ctx,
  task: Task,
  outcome: ProvisioningOutcome,
  random: () => number,
): Promise<Concluded> {
  if (outcome.result !== "accepted" && isWithdrawn(task)) await takeDownNow(tx, ctx, task);
  if (outcome.result === "done") {
    if (isWithdrawn(task)) await takeDownAnew(tx, ctx, task);
    await writeTask(tx, ctx, task, { state: "provisioned", error: null, nextAttemptAt: null });
    const { orderId, statusLabel, description, action } = task;
    const after = { item: description, attempts: triesOf(task), action };
    await record(tx, ctx, [{ orderId, kind: "order.provisioned", statusLabel, after }]);
    return "provisioned";
  }
  if (outcome.result === "accepted") {
    const deadline = new Date(ctx.now.getTime() + outcome.callbackMinutes * 60_000);
    const accepted = { error: null, nextAttemptAt: deadline, acceptedAt: ctx.now };
    await writeTask(tx, ctx, task, { state: "in_progress", ...accepted });
    await addJobs(tx, [provisionJob(ctx, task.id, deadline)]);
    return "accepted";
  }

  const error = outcome.failure;
  const next = outcome.permanent || isWithdrawn(task) ? null : nextAttemptAt(triesOf(task), ctx.now, random);
  if (next) {
    await writeTask(tx, ctx, task, { state: "pending", error, nextAttemptAt: next });
    await addJobs(tx, [provisionJob(ctx, task.id, next)]);
    return "postponed";
  }
  await writeTask(tx, ctx, task, { state: "failed", error, nextAttemptAt: null });
  const { orderId, statusLabel, description, action } = task;
  const after = { item: description, attempts: triesOf(task), action, why: error };
  await record(tx, ctx, [{ orderId, kind: "order.provisioning_failed", statusLabel, after }]);
  return "failed";
}

/** Starts the take-down of a reversed item, which waited for the set-up to end. A callback can end that early. */
async function takeDownNow(tx: Tx, ctx: Ctx, { orderItemId }: Task): Promise<void> {
  const tasks = await tx.provisioningTask.findMany({
    where: { orderItemId, action: "deprovision", state: "pending", driver: { not: "manual" } },
    select: { id: true },
  });
  await addJobs(
    tx,
    tasks.map(({ id }) => provisionJob(ctx, id)),
  );
}

/**
 * Repeats a take-down that the vendor received before it reported the set-up, because the item may be up again. The new key
 * is needed because the vendor would only repeat its answer to the old one, and a pending answer to that no longer counts.
 */
async function takeDownAnew(tx: Tx, ctx: Ctx, { orderItemId }: Task): Promise<void> {
  const down = await tx.provisioningTask.findFirst({
    where: { orderItemId, action: "deprovision", attempts: { gt: 0 }, driver: { not: "manual" } },
    select: { id: true },
  });
  if (!down) return;
  const task = await lockTask(tx, ctx, down.id);
  const { orderId, statusLabel, description, attempts, action } = task;
  const anew = { round: task.round + 1, earlierAttempts: attempts };
  await writeTask(tx, ctx, task, { state: "pending", ...anew, error: null, nextAttemptAt: null });
  await addJobs(tx, [provisionJob(ctx, task.id)]);
  const before = { provisioning: task.state };
  const after = { item: description, action, setUpAfterAll: true as const };
  await record(tx, ctx, [{ orderId, kind: "order.provisioning_retried", statusLabel, before, after }]);
}
