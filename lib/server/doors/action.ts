import "server-only";
import { randomUUID } from "node:crypto";
import { unstable_rethrow } from "next/navigation";
import { ZodError } from "zod";
import type { Result } from "@/lib/domain/result";
import type { ActionFailure, ActionResult, Problem } from "@/lib/schemas/action-result";
import type { Ctx } from "../kernel/ctx";
import { Conflict, Forbidden, NotFound } from "../kernel/errors";
import { log } from "../kernel/log";
import { currentCtx } from "../sign-in/session";

/** How a command's refusal is told: a sentence for the form, and problems at the fields they belong to. */
export interface RefusalWords {
  message: string;
  problems?: Problem[];
  reason?: "refused" | "conflict" | "invalid";
}

/**
 * The one way from a server action to a command: who is signed in becomes the Ctx, and whatever the command answers
 * or throws becomes an ActionResult. A refusal without `words` must carry its own `message`.
 *
 *     export async function executeOrderAction(input: unknown) {
 *       return runAction((ctx) => executeOrder(ctx, input), refusalWords);
 *     }
 */
export async function runAction<Value, Refusal>(
  command: (ctx: Ctx) => Promise<Result<Value, Refusal>>,
  words: (refusal: Refusal, locale: string) => RefusalWords = wordsOf,
): Promise<ActionResult<Value>> {
  try {
    const ctx = await currentCtx();
    if (!ctx)
      return failure("signed_out", "Your session has ended. What you typed is kept; sign in to go on.");
    const result = await command(ctx);
    if (result.ok) return { ok: true, value: result.value };
    const { message, problems = [], reason = "refused" } = words(result.refusal, ctx.locale);
    return { ok: false, reason, message, problems, refusal: result.refusal };
  } catch (error) {
    return describeError(error);
  }
}

/** Expected errors in words of what to do; anything else is a bug, logged under an id that the person is told. */
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

function wordsOf(refusal: unknown): RefusalWords {
  const { message, problems } = refusal as Partial<RefusalWords>;
  return { message: message ?? "This is not possible now. Nothing was changed.", problems: problems ?? [] };
}
