import "server-only";
import type { Result } from "@/lib/domain/values/result";
import { count } from "../kernel/telemetry/instruments";

/** Names what people prove in a step of a sign-in. */
type Step = "password" | "second_factor" | "passkey" | "single_sign_on";

/** Counts a step of a sign-in by how it ended, and returns that. */
export async function counted<Value, Refusal extends { reason: string }>(
  step: Step,
  ending: Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  const ended = await ending;
  countStep(step, ended.ok ? "done" : ended.refusal.reason);
  return ended;
}

export function countStep(step: Step, outcome: string): void {
  count("order_desk.sign_in.attempts", { "order_desk.sign_in.step": step, "order_desk.outcome": outcome });
}
