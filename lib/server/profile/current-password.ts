import "server-only";
import type { Refused } from "@/lib/domain/refusals/refusal";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import { read } from "../kernel/db";
import { verifyPassword } from "../sign-in/password";
import { countLimited, type LimitedTry, takeBackLimited } from "../sign-in/rate-limit";
import type { PersonCtx } from "./person";

/**
 * Returns the hash of the person's password if `current` is it. Tries are limited, so that nobody guesses it in a session that
 * they found open. A person without a password returns null if `orNone` says that they may.
 */
export async function requireCurrentPassword(
  { ctx, userId }: PersonCtx,
  current: string,
  { orNone }: { orNone: boolean },
): Promise<Result<string | null, Refused<"password_wrong" | "too_many_tries">>> {
  const {
    person: { id: personId, passwordHash },
  } = await read(ctx).user.findUniqueOrThrow({
    where: { organizationId_id: { organizationId: ctx.organizationId, id: userId } },
    select: { person: { select: { id: true, passwordHash: true } } },
  });
  if (passwordHash === null && orNone) return ok(null);
  const limited = await limitedTry("current_password", personId, "current");
  if (!limited.ok) return limited;
  if (!(await verifyPassword(passwordHash, current))) {
    return refuse({ reason: "password_wrong", path: "current" });
  }
  await takeBackLimited("current_password", personId);
  return ok(passwordHash);
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
