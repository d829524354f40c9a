import "server-only";
import { isWithdrawn, maxAttempts, mayMove, triesOf } from "@/lib/domain/provisioning";
import { ProvisioningTaskInput } from "@/lib/server/provisioning/input";
import type { Ctx } from "../../kernel/ctx";
import { sql, type Tx } from "../../kernel/db";
import { machine } from "../../kernel/definition/caller";
import { type TaskScope, task } from "../../kernel/definition/task";
import { addJobs } from "../../kernel/jobs";
import { transaction } from "../../kernel/transaction";
import { type Concluded, writeOutcome } from "../conclude";
import { drivers as productDrivers } from "../drivers";
import type { ProvisioningOutcome } from "../drivers/driver";
import { lockTask, provisionJob, type Task, writeTask } from "../task";

/**
 * Names the outcome. `left` means that there is nothing to do now: a person, another worker or an earlier run has the
 * task.
 */
type Provisioned = Concluded | "left";

/** Holds what does not come from the database. Tests and the demo pass their own. */
type Environment = {
  signal: AbortSignal;
  random: () => number;
  clock: () => Date;
  drivers: Partial<typeof productDrivers>;
};

/**
 * Tries a task once with its driver, which asks the vendor between two transactions. After a crash there, the vendor is
 * asked again with the same key: docs/domain.md, section 3. @throws NotFound
 */
export const provision = task({
  name: "provision",
  caller: machine("system", "provisioning:complete"),
  input: ProvisioningTaskInput,
  run: ({ ctx, environment }: TaskScope<Environment>, { taskId }) => provisionTask(ctx, taskId, environment),
});

async function provisionTask(
  ctx: Ctx,
  taskId: string,
  environment: Partial<Environment>,
): Promise<Provisioned> {
  const { signal = new AbortController().signal, random = Math.random } = environment;
  const { clock = () => new Date() } = environment;
  const drivers = { ...productDrivers, ...environment.drivers };

  const begun = await begin(ctx, taskId, drivers, random);
  if (typeof begun === "string") return begun;

  const { organizationId } = ctx;
  const request = { ...begun, taskId, organizationId, idempotencyKey: keyOf(begun), attempt: begun.attempts };
  const outcome = await drivers[begun.driver].provision(request, signal);
  return conclude({ ...ctx, now: clock() }, begun, outcome, random);
}

/**
 * Returns the idempotency key: the same in every attempt, so that the vendor acts once, and another one after a
 * restart.
 */
function keyOf({ id, round }: Task): string {
  return round === 1 ? id : `${id}-${round}`;
}

type BegunTask = Task & { driver: keyof typeof productDrivers };

/** Takes the task for as long as its driver may need, or says why it cannot be tried now. */
function begin(
  ctx: Ctx,
  taskId: string,
  drivers: typeof productDrivers,
  random: () => number,
): Promise<BegunTask | Provisioned> {
  return transaction(ctx, async (tx) => {
    const task = await lockTask(tx, ctx, taskId);
    const { driver } = task;
    if (driver === "manual" || !mayMove(task.state, "begin")) return "left";
    const later = task.nextAttemptAt && task.nextAttemptAt > ctx.now;
    const startsLater = task.action !== "deprovision" && task.attempts === 0;
    if (later && (task.state === "in_progress" || startsLater)) return "left";
    if (isWithdrawn(task)) {
      await writeTask(tx, ctx, task, {
        state: "failed",
        error: { because: "withdrawn" },
        nextAttemptAt: null,
      });
      return "left";
    }
    const busyUntil = await settingUpUntil(tx, ctx, task);
    if (busyUntil) {
      await writeTask(tx, ctx, task, { state: "pending", error: null, nextAttemptAt: busyUntil });
      await addJobs(tx, [provisionJob(ctx, task.id, busyUntil)]);
      return "left";
    }
    if (task.acceptedAt && triesOf(task) >= maxAttempts) {
      const failure = {
        because: "never_reported",
        vendor: task.vendor?.name ?? "",
        times: maxAttempts,
      } as const;
      return writeOutcome(tx, ctx, task, { result: "failed", failure, permanent: true }, random);
    }

    const attempts = task.attempts + 1;
    const lease = new Date(ctx.now.getTime() + drivers[driver].timeLimitMs(task));
    await writeTask(tx, ctx, task, { state: "in_progress", attempts, error: null, nextAttemptAt: lease });
    return { ...task, driver, attempts };
  });
}

/**
 * Returns until when a task waits for another one. A take-down waits while a vendor may still set the item up, and more
 * units wait for their subscription's start.
 */
async function settingUpUntil(tx: Tx, ctx: Ctx, { action, orderItemId, subscriptionId }: Task) {
  if (action === "provision") return null;
  const before =
    action === "change"
      ? sql`subscription_id = ${subscriptionId}::uuid AND action = 'provision' AND state = 'pending'`
      : sql`order_item_id = ${orderItemId}::uuid AND action <> 'deprovision' AND state = 'in_progress'`;
  const [task] = await tx.$queryRaw<{ until: Date | null }[]>(sql`
    SELECT max(next_attempt_at) AS until FROM provisioning_tasks
    WHERE organization_id = ${ctx.organizationId}::uuid AND ${before} AND next_attempt_at > ${ctx.now}`);
  return task?.until ?? null;
}

/** Records how the attempt ended, unless the task has moved on since. */
function conclude(
  ctx: Ctx,
  begun: BegunTask,
  outcome: ProvisioningOutcome,
  random: () => number,
): Promise<Provisioned> {
  return transaction(ctx, async (tx) => {
    const task = await lockTask(tx, ctx, begun.id);
    if (task.state !== "in_progress" || task.attempts !== begun.attempts) return "left";
    return writeOutcome(tx, ctx, task, outcome, random);
  });
}
