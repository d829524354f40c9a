import "server-only";
import type { SecondFactor } from "@/lib/domain/sign-in/second-factor";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";
import { record } from "../kernel/record";
import { letterToPerson } from "../people/letter";
import { replaceRecoveryCodes } from "../second-factor/recovery-codes";

type Person = { id: string; personId: string; email: string };

/**
 * Completes that a person has another second factor, which they have just used: the session counts as signed in with it, the
 * first one brings recovery codes, and a letter tells the person. Returns the codes, or null if there are some already.
 */
export async function completeAdding(
  tx: Tx,
  ctx: Ctx,
  person: Person,
  { factor, name }: { factor: Exclude<SecondFactor, "recovery_code">; name: string | null },
): Promise<string[] | null> {
  const { organizationId, sessionId } = ctx;
  if (sessionId) {
    await tx.session.updateMany({ where: { organizationId, id: sessionId }, data: { secondFactor: true } });
  }
  const has = await tx.recoveryCode.count({ where: { personId: person.personId } });
  const codes = has > 0 ? null : await replaceRecoveryCodes(tx, ctx, person.personId);
  const after = { factor, ...(name !== null && { name }) };
  await record(tx, ctx, [{ kind: "user.second_factor_added", subject: person.email, after }]);
  await letterToPerson(tx, ctx, person.id, { type: "second_factor_added" });
  return codes;
}
