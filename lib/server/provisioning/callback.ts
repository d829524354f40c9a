import "server-only";
import { mayMove, type ProvisioningState } from "@/lib/domain/provisioning";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import { ProvisioningCallback } from "@/lib/schemas/vendors";
import { type Ctx, requirePermission } from "../kernel/ctx";
import { read } from "../kernel/db";
import { transaction } from "../kernel/transaction";
import { parseJson } from "../outside/parse-json";
import { isSigned } from "../outside/signature";
import { writeOutcome } from "./conclude";
import { said } from "./said";
import { lockTask } from "./task";

/** As it came over the network. */
export type SignedMessage = { body: string; timestamp: string | null; signature: string | null };

/**
 * What a vendor tells later about a task that it had accepted. Told twice, late or out of turn it changes nothing:
 * what is provisioned stays so, and a failure counts only for the attempt that it answers. Whoever cannot sign learns
 * not even whether there is such a task. See docs/domain.md, section 3.
 */
export async function receiveCallback(
  ctx: Ctx,
  message: SignedMessage,
): Promise<Result<{ state: ProvisioningState }, "not_understood" | "not_signed">> {
  requirePermission(ctx, "provisioning:complete");
  const parsed = ProvisioningCallback.safeParse(parseJson(message.body));
  if (!parsed.success) return refuse("not_understood");
  const { taskId, attempt, result } = parsed.data;

  const asked = await read(ctx).provisioningTask.findFirst({
    where: { id: taskId },
    select: { vendor: { select: { secret: true } } },
  });
  if (!asked?.vendor || !isSigned(asked.vendor.secret, message, ctx.now)) return refuse("not_signed");

  return transaction(ctx, async (tx) => {
    const task = await lockTask(tx, ctx, taskId);
    if (result.status === "done") {
      // Of a take-down that is done anew, what answers the one before says nothing.
      const isOld = task.round > 1 && attempt <= task.earlierAttempts;
      if (!isOld && mayMove(task.state, "complete"))
        await writeOutcome(tx, ctx, task, { result: "done" }, Math.random);
    } else if (task.state === "in_progress" && task.attempts === attempt) {
      const failed = { result: "failed", failure: said(result.reason), permanent: !result.retry } as const;
      await writeOutcome(tx, ctx, task, failed, Math.random);
    }
    return ok({ state: (await lockTask(tx, ctx, taskId)).state });
  });
}
