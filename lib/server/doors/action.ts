import "server-only";
import { randomUUID } from "node:crypto";
import { unstable_rethrow } from "next/navigation";
import { ZodError, type z } from "zod";
import { describeRefusal } from "@/lib/domain/order/refusal";
import type { Result } from "@/lib/domain/values/result";
import type { ActionFailure, ActionResult, Problem } from "@/lib/schemas/action-result";
import type { Sent } from "@/lib/schemas/fields";
import type { Caller } from "../kernel/caller";
import type { Command } from "../kernel/command";
import { Conflict, Forbidden, NotFound } from "../kernel/errors";
import { log } from "../kernel/log";
import type { Preview } from "../kernel/preview";
import type { Query } from "../kernel/query";
import type { KernelRefusal } from "../kernel/refusals";
import { whoAsks } from "./who";

/** Tells a refusal as a sentence for the form, and as problems at the fields that they belong to. */
export interface RefusalWords {
  message: string;
  problems?: Problem[];
  reason?: "refused" | "conflict" | "invalid";
}

type Words<Refusal> = (refusal: Refusal, locale: string) => RefusalWords;

/**
 * Makes the server action of a command or preview. It calls the command for the person who is signed in, and turns the
 * answer or error into an ActionResult. A refusal without `words` carries its own `message`.
 *
 *     export const cancelOrderAction = action(cancelOrder, orderWords);
 */
export function action<Who, Input extends z.ZodType, Output extends z.ZodType, Refusal>(
  command: Command<Who, Input, Output, Refusal>,
  words?: Words<NoInfer<Refusal>>,
): (input: Sent<z.input<Input>>) => Promise<ActionResult<z.output<Output>>>;
export function action<Who, Input extends z.ZodType, Refusal, Value>(
  preview: Preview<Who, Input, Refusal, Value>,
  words?: Words<NoInfer<Refusal>>,
): (input: Sent<z.input<Input>>) => Promise<ActionResult<Value>>;
export function action<Who, Refusal, Value>(
  command: ((who: Who, raw: unknown) => Promise<Result<Value, Refusal | KernelRefusal>>) & {
    definition: { caller: Caller<Who> };
  },
  words: Words<Refusal> = wordsOf,
) {
  return (input: unknown) =>
    answering(command.definition.caller, async (who, locale) => {
      const result = await command(who, input);
      if (result.ok) return { ok: true, value: result.value };
      const { refusal } = result;
      const told = isKernels(refusal)
        ? { message: describeRefusal(refusal, locale) }
        : words(refusal, locale);
      const { message, problems = [], reason = "refused" }: RefusalWords = told;
      return { ok: false, reason, message, problems, refusal };
    });
}

/** Makes the server action of a query, for a form or dialog that asks while it is open. */
export function answer<Who, Input extends z.ZodType, Value>(
  query: Query<Who, Input, Value>,
): (input: z.input<Input>) => Promise<ActionResult<Value>> {
  return (input) =>
    answering(query.definition.caller, async (who) => ({ ok: true, value: await query(who, input) }));
}

async function answering<Who, Value>(
  caller: Caller<Who>,
  ask: (who: Who, locale: string) => Promise<ActionResult<Value>>,
): Promise<ActionResult<Value>> {
  try {
    const who = await whoAsks(caller);
    if (who) return await ask(who, caller.ctxOf(who).locale);
    return failure("signed_out", "Your session has ended. What you typed is kept; sign in to go on.");
  } catch (error) {
    return describeError(error);
  }
}

/** Tells an expected error in words. Anything else is a bug: this logs it under an id and tells the person the id. */
export function describeError(error: unknown): ActionFailure {
  unstable_rethrow(error);
  if (error instanceof ZodError) {
    const problems = error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
    return { ...failure("invalid", "Nothing was saved. Correct the marked fields."), problems };
  }
  if (error instanceof Forbidden) return failure("forbidden", `${error.message} Nothing was changed.`);
  if (error instanceof NotFound) return failure("not_found", `${error.message} Nothing was changed.`);
  if (error instanceof Conflict) return failure("conflict", error.message);

  const id = randomUUID().slice(0, 8);
  log.error({ err: error, id }, "A server action failed");
  return failure(
    "failed",
    `Something failed on our side, and nothing was saved. What you typed is still here: try again. (Error ${id})`,
  );
}

function failure(reason: ActionFailure["reason"], message: string): ActionFailure {
  return { ok: false, reason, message, problems: [] };
}

function isKernels<Refusal>(refusal: Refusal | KernelRefusal): refusal is KernelRefusal {
  const { reason } = refusal as { reason?: unknown };
  return reason === "key_reused" || reason === "changed_since_seen";
}

function wordsOf(refusal: unknown): RefusalWords {
  const { message, problems } = refusal as Partial<RefusalWords>;
  return { message: message ?? "This is not possible now. Nothing was changed.", problems: problems ?? [] };
}
