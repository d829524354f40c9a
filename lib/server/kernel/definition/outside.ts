import "server-only";
import type { Result } from "@/lib/domain/values/result";
import type { Ctx } from "../ctx";

/** Limits how often the work may ask again because something has changed since. */
const rounds = 3;

/** Says which answers from outside a command's work may depend on. See docs/domain.md, section 2, "Asked outside". */
export type Outside<Answers, Refusal> = {
  /** Holds the answers that the work begins with, before anybody was asked. */
  readonly nothingAsked: Answers;
  /** Asks the questions of this refusal. Returns undefined if it has another reason. */
  readonly ask: (ctx: Ctx, refusal: Refusal) => Promise<Answers> | undefined;
};

/**
 * Does the work. If it refuses because others outside must answer first, this asks them between two transactions, so that a
 * slow answer holds no locks, and does the work again.
 */
export async function askingOutside<Answers, Value, Refusal, More>(
  ctx: Ctx,
  outside: Outside<Answers, Refusal> | undefined,
  work: (answers: Answers) => Promise<Result<Value, Refusal | More>>,
): Promise<Result<Value, Refusal | More>> {
  let result = await work(outside?.nothingAsked as Answers);
  for (let round = 1; round <= rounds && outside; round++) {
    if (result.ok) return result;
    const answers = outside.ask(ctx, result.refusal as Refusal);
    if (!answers) return result;
    result = await work(await answers);
  }
  return result;
}
