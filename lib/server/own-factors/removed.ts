import "server-only";
import type { Refused } from "@/lib/domain/refusals/refusal";
import type { SecondFactor } from "@/lib/domain/sign-in/second-factor";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import type { Ctx } from "../kernel/ctx";
import { sql, type Tx } from "../kernel/db";
import { record } from "../kernel/record";
import { endElsewhere, recordElsewhere } from "../people/elsewhere";
import { letterToPerson } from "../people/letter";
import type { Factors } from "../second-factor/factors";
import { factorNeeded } from "../second-factor/needed";
import { endSessionsOf } from "../sign-in/session/sessions";
import type { LockedPerson } from "../users/lock";

/** Says which factor is to go. */
type Removed = { factor: Exclude<SecondFactor, "recovery_code">; name: string | null };

/** Refuses to remove the last factor of a person of whom any of their organizations requires one. */
export async function mayRemove(
  tx: Tx,
  { person: { personId }, factors: { app, passkeys } }: { person: LockedPerson; factors: Factors },
): Promise<Result<{ last: boolean }, Refused<"second_factor_needed">>> {
  const last = Number(app) + passkeys === 1;
  return last && (await factorNeeded(tx, personId))
    ? refuse({ reason: "second_factor_needed", path: "" })
    : ok({ last });
}

/**
 * Completes that a factor is gone, and ends the other sessions, which may have begun with it. Without any factor, recovery codes
 * stand in for nothing.
 */
export async function completeRemoving(
  tx: Tx,
  ctx: Ctx,
  { id, personId, email }: LockedPerson,
  { factor, name }: Removed,
  { last }: { last: boolean },
): Promise<void> {
  if (last) {
    await tx.recoveryCode.deleteMany({ where: { personId } });
    await tx.$queryRaw(sql`SELECT forget_factor_of_sessions(${personId}::uuid)::text`);
  }
  await endSessionsOf(tx, ctx, id, { except: ctx.sessionId ?? null });
  await endElsewhere(tx, ctx, personId);
  const told = {
    kind: "user.second_factor_removed" as const,
    after: { factor, ...(name !== null && { name }) },
  };
  await record(tx, ctx, [{ ...told, subject: email }]);
  await recordElsewhere(tx, ctx, personId, told);
  await letterToPerson(tx, ctx, id, { type: "second_factor_removed" });
}
