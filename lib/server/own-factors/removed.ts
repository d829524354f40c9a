import "server-only";
import type { Refused } from "@/lib/domain/refusals/refusal";
import type { SecondFactor } from "@/lib/domain/sign-in/second-factor";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";
import { record } from "../kernel/record";
import { letterToPerson } from "../people/letter";
import { factorsOf } from "../second-factor/factors";
import type { LockedPerson } from "../users/lock";

/** Says which factor is to go. */
type Removed = { factor: Exclude<SecondFactor, "recovery_code">; name: string | null };

/** Refuses to remove the last factor of a person whose role needs one. The caller has locked the person. */
export async function mayRemove(
  tx: Tx,
  { organizationId }: Ctx,
  { personId, role }: LockedPerson,
): Promise<Result<{ last: boolean }, Refused<"second_factor_needed">>> {
  const { app, passkeys } = await factorsOf(tx, personId);
  const last = Number(app) + passkeys === 1;
  const { secondFactorRoles } = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { secondFactorRoles: true },
  });
  return last && secondFactorRoles.includes(role)
    ? refuse({ reason: "second_factor_needed", path: "" })
    : ok({ last });
}

/** Completes that a factor is gone. Without any, recovery codes stand in for nothing. */
export async function completeRemoving(
  tx: Tx,
  ctx: Ctx,
  { id, personId, email }: LockedPerson,
  { factor, name }: Removed,
  { last }: { last: boolean },
): Promise<void> {
  if (last) await tx.recoveryCode.deleteMany({ where: { personId } });
  const after = { factor, ...(name !== null && { name }) };
  await record(tx, ctx, [{ kind: "user.second_factor_removed", subject: email, after }]);
  await letterToPerson(tx, ctx, id, { type: "second_factor_removed" });
}
