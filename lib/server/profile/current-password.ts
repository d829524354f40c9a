import "server-only";
import type { Refused } from "@/lib/domain/refusals/refusal";
import { recentMinutes } from "@/lib/domain/sign-in/recent";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import type { Ctx } from "../kernel/ctx";
import { read } from "../kernel/db";
import { verifyPassword } from "../sign-in/password/password";
import { countLimited, type LimitedTry, takeBackLimited } from "../sign-in/tries/rate-limit";
import type { PersonCtx } from "./person";

type WrongPassword = Refused<"password_wrong" | "too_many_tries">;

/**
 * Returns the hash of the person's password if `current` is it. Tries are limited, so that nobody guesses it in a session that
 * they found open.
 */
export async function requireCurrentPassword(
  who: PersonCtx,
  current: string,
): Promise<Result<string, WrongPassword>> {
  const { id, passwordHash } = await ownPassword(who);
  return checkPassword(id, passwordHash, current);
}

/**
 * Requires the same, or of a person without a password that they signed in a short time ago, and returns null. See
 * docs/domain.md, section 7, "Second factor".
 */
export async function requirePasswordOrRecent(
  who: PersonCtx,
  current: string,
): Promise<Result<string | null, WrongPassword | Refused<"sign_in_again">>> {
  const { id, passwordHash } = await ownPassword(who);
  if (passwordHash !== null) return checkPassword(id, passwordHash, current);
  if (await signedInRecently(who.ctx)) return ok(null);
  return refuse({ reason: "sign_in_again", minutes: recentMinutes, path: "" });
}

async function ownPassword({ ctx, userId }: PersonCtx): Promise<{ id: string; passwordHash: string | null }> {
  const { person } = await read(ctx).user.findUniqueOrThrow({
    where: { organizationId_id: { organizationId: ctx.organizationId, id: userId } },
    select: { person: { select: { id: true, passwordHash: true } } },
  });
  return person;
}

async function checkPassword(
  personId: string,
  passwordHash: string | null,
  current: string,
): Promise<Result<string, WrongPassword>> {
  const limited = await limitedTry("current_password", personId, "current");
  if (!limited.ok) return limited;
  if (passwordHash === null || !(await verifyPassword(passwordHash, current))) {
    return refuse({ reason: "password_wrong", path: "current" });
  }
  await takeBackLimited("current_password", personId);
  return ok(passwordHash);
}

/** Tells whether the session began with a sign-in of a short time ago. Going to another organization does not renew it. */
async function signedInRecently(ctx: Ctx): Promise<boolean> {
  const { organizationId, sessionId, now } = ctx;
  if (sessionId === undefined) return false;
  const since = new Date(now.getTime() - recentMinutes * 60_000);
  const recent = { organizationId, id: sessionId, createdAt: { gte: since } };
  return (await read(ctx).session.count({ where: recent })) > 0;
}

/** Counts a try of a person, and refuses one too many at the field. */
export async function limitedTry(
  limit: LimitedTry,
  key: string,
  path: string,
): Promise<Result<null, Refused<"too_many_tries">>> {
  const seconds = await countLimited(limit, key);
  return seconds > 0
    ? refuse({ reason: "too_many_tries", minutes: Math.ceil(seconds / 60), path })
    : ok(null);
}
