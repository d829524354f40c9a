import "server-only";
import { z } from "zod";
import {
  isWithdrawn,
  mayMove,
  type ProvisioningMove,
  type ProvisioningState,
} from "@/lib/domain/provisioning";
import type { Refused } from "@/lib/domain/refusals/refusal";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import { Id, line } from "@/lib/schemas/fields";
import { ProvisioningTaskInput } from "@/lib/server/provisioning/input";
import type { Ctx } from "../../kernel/ctx";
import type { Tx } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { addJobs } from "../../kernel/jobs";
import { record } from "../../kernel/record";
import { said } from "../said";
import { lockTask, provisionJob, type Task, writeTask } from "../task";

const FailProvisioningInput = z.strictObject({
  taskId: Id,
  /** Holds the reason, which the subscription shows. */
  reason: line("the reason", 500),
});

/** Lists why a person's change of a provisioning task can be refused: docs/domain.md, section 3. */

const refused = ["wrong_state", "not_manual", "withdrawn"] as const;
type NotMoved = Refused<(typeof refused)[number]>;
const Moved = z.object({ state: z.custom<ProvisioningState>() });

/** Marks a manual task done. @throws NotFound */
export const completeProvisioning = command({
  name: "provisioning.complete",
  caller: staff("provisioning:complete"),
  input: ProvisioningTaskInput,
  output: Moved,
  refusals: refusals(...refused),
  run: ({ tx, ctx }, { taskId }) =>
    move(tx, ctx, taskId, { name: "complete", kind: "order.provisioned", reason: null }),
});

/** Marks a manual task failed, with a reason that the subscription shows until someone retries. @throws NotFound */
export const failProvisioning = command({
  name: "provisioning.fail",
  caller: staff("provisioning:complete"),
  input: FailProvisioningInput,
  output: Moved,
  refusals: refusals(...refused),
  run: ({ tx, ctx }, { taskId, reason }) =>
    move(tx, ctx, taskId, { name: "fail", kind: "order.provisioning_failed", reason }),
});

/** Starts a failed task again with all its attempts. @throws NotFound */
export const retryProvisioning = command({
  name: "provisioning.retry",
  caller: staff("provisioning:complete"),
  input: ProvisioningTaskInput,
  output: Moved,
  refusals: refusals(...refused),
  run: ({ tx, ctx }, { taskId }) =>
    move(tx, ctx, taskId, { name: "retry", kind: "order.provisioning_retried", reason: null }),
});

type Move = {
  name: "complete" | "fail" | "retry";
  kind: "order.provisioned" | "order.provisioning_failed" | "order.provisioning_retried";
  /** Holds the reason that the person gives. */
  reason: string | null;
};

const results = { complete: "provisioned", fail: "failed", retry: "pending" } as const satisfies Partial<
  Record<ProvisioningMove, ProvisioningState>
>;

async function move(
  tx: Tx,
  ctx: Ctx,
  taskId: string,
  { name, kind, reason }: Move,
): Promise<Result<z.output<typeof Moved>, NotMoved>> {
  const task = await lockTask(tx, ctx, taskId);
  const refusal = refusalOf(task, name);
  if (refusal) return refuse(refusal);

  const state = results[name];
  const anew = name === "retry" ? { earlierAttempts: task.attempts } : {};
  await writeTask(tx, ctx, task, {
    state,
    ...anew,
    error: reason === null ? null : said(reason),
    nextAttemptAt: null,
  });
  if (name === "retry" && task.driver !== "manual") await addJobs(tx, [provisionJob(ctx, task.id)]);

  const { orderId, statusLabel, description } = task;
  const before = { provisioning: task.state };
  const after = { provisioning: state, item: description, action: task.action };
  await record(tx, ctx, [{ orderId, kind, statusLabel, before, after, comment: reason ?? undefined }]);
  return ok({ state });
}

function refusalOf(task: Task, name: Move["name"]): NotMoved | null {
  const { state, driver } = task;
  if (isWithdrawn(task)) return { reason: "withdrawn", path: "" };
  if (driver !== "manual" && name !== "retry") return { reason: "not_manual", path: "" };
  return mayMove(state, name) ? null : { reason: "wrong_state", state, path: "" };
}
