import "server-only";
import type { Refused } from "@/lib/domain/refusals/refusal";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import type { Tx } from "../kernel/db";
import type { PersonCtx } from "../profile/person";
import { type Factors, factorsOf, hasFactor } from "../second-factor/factors";
import { type LockedPerson, lockPerson } from "../users/lock";

type Owner = { person: LockedPerson; factors: Factors };

/**
 * Locks the person for a change of their own factors. A person with a factor proves it at sign-in before they change any:
 * the password alone, in a session that began without the factor, gives nobody another one.
 */
export async function lockOwner(
  tx: Tx,
  { ctx, userId, signedInWithFactor }: PersonCtx,
): Promise<Result<Owner, Refused<"sign_in_with_factor">>> {
  const person = await lockPerson(tx, ctx, userId);
  const factors = await factorsOf(tx, person.personId);
  return hasFactor(factors) && !signedInWithFactor
    ? refuse({ reason: "sign_in_with_factor", path: "" })
    : ok({ person, factors });
}
