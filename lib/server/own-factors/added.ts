import "server-only";
import type { SecondFactor } from "@/lib/domain/sign-in/second-factor";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";
import { record } from "../kernel/record";
import { endElsewhere, recordElsewhere } from "../people/elsewhere";
import { letterToPerson } from "../people/letter";
import { type Factors, hasFactor } from "../second-factor/factors";
import { replaceRecoveryCodes } from "../second-factor/recovery-codes";
import { endSessionsOf } from "../sign-in/session/sessions";
import type { LockedPerson } from "../users/lock";

type Added = { factor: Exclude<SecondFactor, "recovery_code">; name: string | null };

/**
 * Completes that a person has another second factor, which they have just used: the session counts as signed in with it, and a
 * letter tells the person. The first one brings recovery codes and ends all other sessions, which began without it. Returns the
 * codes, or null if there are some already.
 */
export async function completeAdding(
  tx: Tx,
  ctx: Ctx,
  { person: { id, personId, email }, factors: before }: { person: LockedPerson; factors: Factors },
  { factor, name }: Added,
): Promise<string[] | null> {
  const { organizationId, sessionId } = ctx;
  if (!hasFactor(before)) {
    await endSessionsOf(tx, ctx, id, { except: sessionId ?? null });
    await endElsewhere(tx, ctx, personId);
  }
  if (sessionId) {
    await tx.session.updateMany({ where: { organizationId, id: sessionId }, data: { secondFactor: true } });
  }
  const has = await tx.recoveryCode.count({ where: { personId } });
  const codes = has > 0 ? null : await replaceRecoveryCodes(tx, ctx, personId);
  const told = {
    kind: "user.second_factor_added" as const,
    after: { factor, ...(name !== null && { name }) },
  };
  await record(tx, ctx, [{ ...told, subject: email }]);
  await recordElsewhere(tx, ctx, personId, told);
  await letterToPerson(tx, ctx, id, { type: "second_factor_added" });
  return codes;
}
