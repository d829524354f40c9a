import "server-only";
import type { Caller } from "./caller";
import { type Ctx, may } from "./ctx";
import { Forbidden } from "./errors";
import { recordAudit } from "./history";
import { log } from "./log";
import { transaction } from "./transaction";

/** What a call is known by, and what kind of call it is. */
type Called<Who> = {
  readonly kind: "command" | "preview" | "query";
  readonly name: string;
  readonly caller: Caller<Who>;
};

/**
 * Does what every call of a command or query begins and ends with: whoever may not make it is refused and written into
 * the audit log, and one line of the log says what was called, how it ended and how long it took.
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
  } catch (error) {
    tell(ctx, called, begun, error instanceof Error ? error.name : "thrown");
    if (error instanceof Forbidden) await recordForbidden(ctx, name, error);
    throw error;
  }
}

/** @throws Forbidden, which names the first of the permissions, to whoever has none of them. */
function requireOneOf<Who>(ctx: Ctx, { permissions }: Caller<Who>): void {
  if (!permissions.some((permission) => may(ctx, permission))) throw new Forbidden(permissions[0]);
}

/** Says one line: of what people change, and at `debug` of what they read and of what the product does by itself. */
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
  const { ok, refusal } = (answer ?? {}) as { ok?: unknown; refusal?: { reason?: unknown } };
  return ok === false ? String(refusal?.reason) : "done";
}

async function recordForbidden(ctx: Ctx, name: string, { permission }: Forbidden): Promise<void> {
  const after = { permission };
  await transaction(ctx, (tx) => recordAudit(tx, ctx, { event: "forbidden", subject: name, after }));
}
