import "server-only";
import { type Ctx, may } from "../ctx";
import { Forbidden, TookTooLong } from "../errors";
import { log } from "../log";
import { record } from "../record";
import { isTimeout, transaction } from "../transaction";
import type { Caller } from "./caller";

/** Describes a call to the log and the audit log. */
type Called<Who> = {
  readonly kind: "command" | "preview" | "query" | "task";
  readonly name: string;
  readonly caller: Caller<Who>;
};

/**
 * Runs a call of a command or query and logs in one line what was called, how it ended and how long it took. Refuses a caller
 * without the permission, and records that attempt in the audit log. @throws Forbidden, TookTooLong, and any error that
 * the work throws
 */
export async function calling<Who, Answer>(
  called: Called<Who>,
  who: Who,
  work: (ctx: Ctx) => Promise<Answer>,
): Promise<Answer> {
  const { name, caller } = called;
  const ctx = caller.ctxOf(who);
  const begun = performance.now();
  try {
    requireOneOf(ctx, caller);
    const answer = await work(ctx);
    tell(ctx, called, begun, outcomeOf(answer));
    return answer;
  } catch (thrown) {
    const error = isTimeout(thrown) ? new TookTooLong(thrown) : thrown;
    tell(ctx, called, begun, error instanceof Error ? error.name : "thrown");
    if (error instanceof Forbidden) await recordForbidden(ctx, name, error);
    throw error;
  }
}

/** Refuses a caller who has none of the permissions. @throws Forbidden, which names the first of them */
function requireOneOf<Who>(ctx: Ctx, { permissions }: Caller<Who>): void {
  const [first] = permissions;
  if (first && !permissions.some((permission) => may(ctx, permission))) throw new Forbidden(first);
}

/** Logs the call. Reads and the product's own calls are frequent, so they are logged at `debug`. */
function tell<Who>(
  { actor, requestId, bulkRunId }: Ctx,
  { kind, name }: Called<Who>,
  begun: number,
  outcome: string,
): void {
  const often = kind !== "command" || actor.id === null || bulkRunId !== undefined;
  const ms = Math.round(performance.now() - begun);
  log[often ? "debug" : "info"]({ [kind]: name, outcome, ms, requestId, actor: actor.id }, "Called");
}

function outcomeOf(answer: unknown): string {
  const { ok, value, refusal } = (answer ?? {}) as {
    ok?: unknown;
    value?: unknown;
    refusal?: { reason?: unknown };
  };
  if (ok === false) return String(refusal?.reason);
  return typeof value === "string" ? value : "done";
}

async function recordForbidden(ctx: Ctx, name: string, { permission }: Forbidden): Promise<void> {
  const after = { permission };
  await transaction(ctx, (tx) => record(tx, ctx, [{ kind: "call.forbidden", subject: name, after }]));
}
