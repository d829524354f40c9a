import "server-only";
import { ZodError } from "zod";
import { Conflict, Forbidden, NotFound, SessionEnded, TookTooLong } from "../errors";

/** Names the expected errors, as refusals have their codes. */
const expected = [
  [Forbidden, "forbidden"],
  [NotFound, "not_found"],
  [Conflict, "conflict"],
  [SessionEnded, "session_ended"],
  [TookTooLong, "took_too_long"],
  [ZodError, "invalid"],
] as const;

/** Returns one of a few words for what was thrown. An error that nobody expected is `failed`. */
export function outcomeOfError(error: unknown): string {
  return expected.find(([kind]) => error instanceof kind)?.[1] ?? "failed";
}

/** Returns the code of the refusal, what a task says that it did, or `done`. */
export function outcomeOf(kind: string, answer: unknown): string {
  const { ok, value, refusal } = (answer ?? {}) as {
    ok?: unknown;
    value?: unknown;
    refusal?: { reason?: unknown };
  };
  if (ok === false) return typeof refusal?.reason === "string" ? refusal.reason : "refused";
  // A command can answer any text, such as a code, and a task one of a few words.
  return kind === "task" && typeof value === "string" ? value : "done";
}

/**
 * Returns the word by which the log and the metrics name what was answered. `failed` is what nobody expected, so that an alert can tell it from a
 * task that tried what it could and says that it failed.
 */
export function measuredOutcome(answered: string): string {
  return answered === "failed" ? "given_up" : answered;
}
