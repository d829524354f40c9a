import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { config } from "../../kernel/config";
import type { Ctx } from "../../kernel/ctx";

/** Gives an agent and its person this long to look at a preview. */
const validMilliseconds = 15 * 60_000;

/** Names what was previewed: who did so, with which tool, and what was sent. */
type Previewed = {
  readonly ctx: Ctx;
  readonly tool: string;
  readonly sent: Readonly<Record<string, unknown>>;
};

/** Returns a token that allows the same key to do what it previewed, and nothing else, for 15 minutes. */
export function previewToken({ ctx, tool, sent }: Previewed): string {
  const until = ctx.now.getTime() + validMilliseconds;
  return `${until}.${signature(ctx, tool, sent, until)}`;
}

/** Tells whether the token was given for this call. */
export function wasPreviewed(token: string, { ctx, tool, sent }: Previewed): boolean {
  const [until = "", signed = ""] = token.split(".");
  if (!/^\d{13}$/.test(until) || Number(until) < ctx.now.getTime()) return false;
  const expected = signature(ctx, tool, sent, Number(until));
  return signed.length === expected.length && timingSafeEqual(Buffer.from(signed), Buffer.from(expected));
}

function signature(
  { organizationId, actor }: Ctx,
  tool: string,
  sent: Previewed["sent"],
  until: number,
): string {
  const of = JSON.stringify([organizationId, actor.id, tool, sorted(sent), until]);
  return createHmac("sha256", `previews ${config().secret}`).update(of).digest("hex");
}

/** Sorts the fields, since an agent can name them in another order the second time. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).map(([name, one]) => [name, sorted(one)] as const);
  return Object.fromEntries(fields.sort(([one], [other]) => (one < other ? -1 : 1)));
}
