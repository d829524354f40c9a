import "server-only";
import type { ChangedSinceSeen } from "@/lib/domain/seen";
import { refuse } from "@/lib/domain/values/result";
import type { Problem } from "@/lib/schemas/action-result";

/** Lists why a command may refuse. Its type says what each code tells the reader. */
export type Refusals<Refusal> = {
  readonly codes: readonly string[];
  /** Carries the type and is never set. */
  readonly refusal?: Refusal;
};

/** Gives the type of the refusals in a list. */
export type RefusedBy<Picked> = Picked extends Refusals<infer Refusal> ? Refusal : never;

/** Makes the function that picks a command's refusals from a family of them. */
export function refusalsOf<Family extends { reason: string }>() {
  return <Code extends Family["reason"]>(...codes: Code[]): Refusals<Extract<Family, { reason: Code }>> => ({
    codes,
  });
}

/** Stands for a command that has no refusals of its own. */
export const none: Refusals<never> = { codes: [] };

/** Joins refusals of several families. */
export function anyOf<All extends Refusals<unknown>[]>(...all: All): Refusals<RefusedBy<All[number]>> {
  return { codes: all.flatMap(({ codes }) => codes) };
}

/** Lists what the kernel itself refuses for any command. */
export type KernelRefusal =
  /** The caller used the idempotency key for another request before. */
  { reason: "key_reused" } | ChangedSinceSeen;

/** Describes a refusal that a person can correct in one field. */
export type FieldRefusal<Reason extends string> = {
  reason: Reason;
  /** Says what happened and what to do, in one or two sentences. */
  message: string;
  problems: Problem[];
};

/** Lists refusals that a person can correct in one field each. */
export function fieldRefusals<Code extends string>(...codes: Code[]): Refusals<FieldRefusal<Code>> {
  return { codes };
}

/** Refuses an input because of one field, at whose `path` the form shows the message. */
export function refuseField<Reason extends string>(reason: Reason, path: string, message: string) {
  return refuse<FieldRefusal<Reason>>({ reason, message, problems: [{ path, message }] });
}
