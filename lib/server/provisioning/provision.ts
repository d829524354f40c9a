import "server-only";
import { mayMove, nextAttemptAt } from "@/lib/domain/provisioning";
import { ok, type Result } from "@/lib/domain/result";
import { ProvisioningTaskInput } from "@/lib/schemas/provisioning";
import { type Ctx, requirePermission } from "../ctx";
import { recordHistory } from "../history";
import { addJobs } from "../jobs";
import { transaction } from "../transaction";
import { drivers as productDrivers } from "./drivers";
import type { ProvisioningOutcome } from "./drivers/driver";
import { lockTask, provisionJob, type Task, writeTask } from "./task";

/** `left`: nothing to do now, since a person, another worker or an earlier run has it. */
export type Provisioned = "provisioned" | "postponed" | "failed" | "left";

/** What is not the database's; tests and the demo bring their own. */
type Environment = {
  signal?: AbortSignal;
  random?: () => number;
  clock?: () => Date;
  drivers?: typeof productDrivers;
};

/**
 * One attempt at a task by its driver, at least once: the vendor is asked between two transactions, and after a
 * crash there, it is asked again with the same key: docs/domain.md, section 3. @throws NotFound
 */
export async function provision(
  ctx: Ctx,
  raw: unknown,
  environment: Environment = {},
): Promise<Result<Provisioned, never>> {
  requirePermission(ctx, "provisioning:complete");
  const { taskId } = ProvisioningTaskInput.parse(raw);
  const { signal = new AbortController().signal, random = Math.random } = environment;
  const { clock = () => new Date(), drivers = productDrivers } = environment;

  const task = await begin(ctx, taskId, drivers);
  if (!task) return ok("left");

  const request = { ...task, idempotencyKey: task.id, attempt: task.attempts };
  const outcome = await drivers[task.driver].provision(request, signal);
  return ok(await conclude({ ...ctx, now: clock() }, task, outcome, random));
}

type BegunTask = Task & { driver: keyof typeof productDrivers };

/** Takes the task for as long as its driver may need; undefined if it is not to be tried now. */
function begin(ctx: Ctx, taskId: string, drivers: typeof productDrivers): Promise<BegunTask | undefined> {
  return transaction(ctx, async (tx) => {
    const task = await lockTask(tx, ctx, taskId);
    const { driver } = task;
    if (driver === "manual" || !mayMove(task.state, "begin")) return undefined;
    const taken = task.state === "in_progress" && task.nextAttemptAt && task.nextAttemptAt > ctx.now;
    if (taken) return undefined;

    const attempts = task.attempts + 1;
    const lease = new Date(ctx.now.getTime() + drivers[driver].timeLimitMs(task.settings));
    await writeTask(tx, ctx, task, { state: "in_progress", attempts, error: null, nextAttemptAt: lease });
    return { ...task, driver, attempts };
  });
}

/** Writes down how the attempt ended, unless the task has moved on since. */
function conclude(
  ctx: Ctx,
  begun: BegunTask,
  outcome: ProvisioningOutcome,
  random: () => number,
): Promise<Provisioned> {
  return transaction(ctx, async (tx) => {
    const task = await lockTask(tx, ctx, begun.id);
    if (task.state !== "in_progress" || task.attempts !== begun.attempts) return "left";

    if (outcome.ok) {
      await writeTask(tx, ctx, task, { state: "provisioned", error: null, nextAttemptAt: null });
      return "provisioned";
    }
    const error = outcome.reason.slice(0, 500);
    const next = nextAttemptAt(task.attempts, ctx.now, random);
    if (next) {
      await writeTask(tx, ctx, task, { state: "pending", error, nextAttemptAt: next });
      await addJobs(tx, [provisionJob(ctx, task.id, next)]);
      return "postponed";
    }
    await writeTask(tx, ctx, task, { state: "failed", error, nextAttemptAt: null });
    const { orderId, statusLabel, description } = task;
    const after = { item: description, attempts: task.attempts };
    await recordHistory(tx, ctx, [
      { orderId, event: "provisioning_failed", statusLabel, after, comment: error },
    ]);
    return "failed";
  });
}
