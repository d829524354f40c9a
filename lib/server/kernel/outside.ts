import "server-only";
import type { Result } from "@/lib/domain/values/result";
import type { Ctx } from "./ctx";

/** How often the work may ask for something newer before it is left. */
const rounds = 3;

/** Whom a command's work may depend on outside: docs/domain.md, section 2, "Asked outside". */
export type Outside<Answers, Refusal> = {
  /** What the work knows before anybody was asked. */
  readonly nothingAsked: Answers;
  /** Answers the questions that the work was refused for, if that is why, and undefined otherwise. */
  readonly ask: (ctx: Ctx, refusal: Refusal) => Promise<Answers> | undefined;
};

/**
 * Does the work, and where that is refused since somebody outside is to be asked first, asks and does it with the
 * answers: between the transactions, never in one. Most work asks nobody and pays nothing for this.
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
