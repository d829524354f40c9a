import "server-only";
import type { ChangedSinceSeen } from "@/lib/domain/seen";
import { refuse } from "@/lib/domain/values/result";
import type { Problem } from "@/lib/schemas/action-result";

/** Why a command may do nothing: the codes, and by its type what each of them tells. */
export type Refusals<Refusal> = {
  readonly codes: readonly string[];
  /** Exists for the compiler alone. */
  readonly refusal?: Refusal;
};

/** What is refused with these codes. */
export type RefusedBy<Picked> = Picked extends Refusals<infer Refusal> ? Refusal : never;

/** Makes the function that picks a command's refusals from a family of them. */
export function refusalsOf<Family extends { reason: string }>() {
  return <Code extends Family["reason"]>(...codes: Code[]): Refusals<Extract<Family, { reason: Code }>> => ({
    codes,
  });
}

/** What a command has that refuses nothing of its own. */
export const none: Refusals<never> = { codes: [] };

/** Joins refusals of several families. */
export function anyOf<All extends Refusals<unknown>[]>(...all: All): Refusals<RefusedBy<All[number]>> {
  return { codes: all.flatMap(({ codes }) => codes) };
}

/** What the kernel itself refuses, of any command. */
export type KernelRefusal =
  /** The request's idempotency key was used for another request. */
  { reason: "key_reused" } | ChangedSinceSeen;

/** A refusal that one field can put right. */
export type FieldRefusal<Reason extends string> = {
  reason: Reason;
  /** What happened and what to do, in one or two sentences. */
  message: string;
  problems: Problem[];
};

export function fieldRefusals<Code extends string>(...codes: Code[]): Refusals<FieldRefusal<Code>> {
  return { codes };
}

export function refuseField<Reason extends string>(reason: Reason, path: string, message: string) {
  return refuse<FieldRefusal<Reason>>({ reason, message, problems: [{ path, message }] });
}
