import "server-only";
import { z } from "zod";
import { mayMove, type ProvisioningState } from "@/lib/domain/provisioning";
import { ok, refuse } from "@/lib/domain/values/result";
import { Id } from "@/lib/schemas/fields";
import { Words } from "@/lib/schemas/vendors";
import { read } from "../../kernel/db";
import { machine } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { parseJson } from "../../outside/parse-json";
import { isSigned } from "../../outside/signature";
import { unsealed } from "../../secrets/seal";
import { stateAfter, writeOutcome } from "../conclude";
import type { ProvisioningOutcome } from "../drivers/driver";
import { said } from "../said";
import { lockTask, type Task } from "../task";

/** Describes what a vendor reports later about a task that it accepted. */
const ProvisioningCallback = z.object({
  taskId: Id,
  /** Names the attempt that it answers, since a failure of an earlier attempt is no news. */
  attempt: z.number().int().min(1),
  result: z.discriminatedUnion("status", [
    z.object({ status: z.literal("done") }),
    z.object({ status: z.literal("failed"), reason: Words, retry: z.boolean().default(false) }),
  ]),
});

/** Describes a report as it came over the network. */
const SignedMessage = z.strictObject({
  body: z.string(),
  timestamp: z.string().nullable(),
  signature: z.string().nullable(),
});
export type SignedMessage = z.output<typeof SignedMessage>;

/**
 * Takes a vendor's later report about a task that it accepted; repeated, late or out of order, it changes nothing. A caller
 * without a valid signature does not even learn whether the task exists. See docs/domain.md, section 3.
 */
export const receiveCallback = command({
  name: "provisioning.receive-callback",
  caller: machine("system", "provisioning:complete"),
  input: SignedMessage,
  output: z.object({ state: z.custom<ProvisioningState>() }),
  refusals: refusals("not_understood", "not_signed"),
  async prepare({ ctx }, message) {
    const parsed = ProvisioningCallback.safeParse(parseJson(message.body));
    if (!parsed.success) return refuse({ reason: "not_understood" });
    const asked = await read(ctx).provisioningTask.findFirst({
      where: { id: parsed.data.taskId },
      select: { vendor: { select: { secret: true } } },
    });
    const secret = asked?.vendor && (await unsealed(ctx.organizationId, "vendor", asked.vendor.secret));
    const signed = secret && isSigned(secret, message, ctx.now);
    return signed ? ok(parsed.data) : refuse({ reason: "not_signed" });
  },
  async run({ tx, ctx, prepared: { taskId, attempt, result } }) {
    const task = await lockTask(tx, ctx, taskId);
    const outcome = newsOf(task, attempt, result);
    if (!outcome) return ok({ state: task.state });
    return ok({ state: stateAfter[await writeOutcome(tx, ctx, task, outcome, Math.random)] });
  },
});

type Reported = z.output<typeof ProvisioningCallback>["result"];

/** Returns what the report adds to what we know of the task, or null if it adds nothing. */
function newsOf(task: Task, attempt: number, result: Reported): ProvisioningOutcome | null {
  if (result.status === "done") {
    // After a take-down was started again, an answer to the old one means nothing.
    const isOld = task.round > 1 && attempt <= task.earlierAttempts;
    return !isOld && mayMove(task.state, "complete") ? { result: "done" } : null;
  }
  if (task.state !== "in_progress" || task.attempts !== attempt) return null;
  return { result: "failed", failure: said(result.reason), permanent: !result.retry };
}
