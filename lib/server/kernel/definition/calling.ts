import "server-only";
import { type Span, SpanStatusCode, trace } from "@opentelemetry/api";
import { type Ctx, may } from "../ctx";
import { Forbidden, TookTooLong } from "../errors";
import { log } from "../log";
import { record } from "../record";
import { doorOf } from "../telemetry/door";
import { measure, scope } from "../telemetry/instruments";
import { isTimeout, transaction } from "../transaction";
import type { Caller } from "./caller";
import { measuredOutcome, outcomeOf, outcomeOfError } from "./outcome";

/** Describes a call to the log and the audit log. */
type Called<Who> = {
  readonly kind: "command" | "preview" | "query" | "task";
  readonly name: string;
  readonly caller: Caller<Who>;
  /** Tells that a command is only rehearsed, or that we look up its earlier answer. We measure both apart. */
  readonly way?: "rehearsal" | "lookup";
};

const tracer = trace.getTracer(scope);

/**
 * Runs a call of a command or query, logs in one line what was called, how it ended and how long it took, and measures the same. Refuses
 * a caller without the permission, and records that attempt in the audit log. @throws Forbidden, TookTooLong, and any error that
 * the work throws
 */
export async function calling<Who, Answer>(
  called: Called<Who>,
  who: Who,
  work: (ctx: Ctx) => Promise<Answer>,
): Promise<Answer> {
  const { name, kind, caller } = called;
  const ctx = caller.ctxOf(who);
  return tracer.startActiveSpan(name, async (span) => {
    const begun = performance.now();
    try {
      requireOneOf(ctx, caller);
      const answer = await work(ctx);
      const outcome = measuredOutcome(outcomeOf(kind, answer));
      tell(ctx, called, span, begun, { outcome });
      measured(ctx, called, span, begun, outcome);
      return answer;
    } catch (thrown) {
      const error = isTimeout(thrown) ? new TookTooLong(thrown) : thrown;
      const outcome = outcomeOfError(error);
      tell(ctx, called, span, begun, { outcome, ...(error instanceof Error && { error: error.name }) });
      measured(ctx, called, span, begun, outcome);
      if (error instanceof Forbidden) await recordForbidden(ctx, name, error);
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Measures the call. Neither its metric nor its span has anything that the caller sent or got. */
function measured<Who>(
  { organizationId, requestId }: Ctx,
  { kind, name, caller, way }: Called<Who>,
  span: Span,
  begun: number,
  outcome: string,
): void {
  const attributes = {
    "order_desk.call.name": name,
    "order_desk.call.kind": way ?? kind,
    "order_desk.outcome": outcome,
    "order_desk.door": doorOf(caller.kind),
  };
  measure("order_desk.call.duration", (performance.now() - begun) / 1000, attributes);
  if (!span.isRecording()) return;
  span.setAttributes({
    ...attributes,
    "order_desk.organization.id": organizationId,
    "order_desk.request.id": requestId,
  });
  if (outcome === "failed") span.setStatus({ code: SpanStatusCode.ERROR });
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
  span: Span,
  begun: number,
  ended: { outcome: string; error?: string },
): void {
  const often = kind !== "command" || actor.id === null || bulkRunId !== undefined;
  const ms = Math.round(performance.now() - begun);
  const traced = span.isRecording() ? { traceId: span.spanContext().traceId } : {};
  const line = { [kind]: name, ...ended, ms, requestId, actor: actor.id, ...traced };
  log[often ? "debug" : "info"](line, "Called");
}

async function recordForbidden(ctx: Ctx, name: string, { permission }: Forbidden): Promise<void> {
  const after = { permission };
  await transaction(ctx, (tx) => record(tx, ctx, [{ kind: "call.forbidden", subject: name, after }]));
}
