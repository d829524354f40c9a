import "server-only";
import { config } from "../kernel/config";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";
import { record } from "../kernel/record";
import { factorsOf, hasFactor } from "../second-factor/factors";
import { forgetFactors } from "../second-factor/forget";
import { endElsewhere, recordElsewhere } from "./elsewhere";
import { letterToPerson } from "./letter";

/**
 * Whoever passes on the first link of a person, where no email is sent, could have used it themselves and left a way in. See
 * docs/domain.md, section 7, "Proven addresses".
 */

/** Holds what says whether we know that a person reads their address. */
type Proof = { passwordHash: string | null; emailProvenAt: Date | null };

type Person = { id: string; personId: string };

/** Tells whether a person has first to prove by an emailed link that they read their address, before they join an organization. */
export function mustProveEmail({ passwordHash, emailProvenAt }: Proof): boolean {
  // Without a password, an identity provider has vouched for the address.
  return config().mail !== undefined && passwordHash !== null && emailProvenAt === null;
}

/**
 * Notes that a person has used a link if an email brought it, takes away the factors from before the first one, and tells whether
 * one did. The caller has locked the person and used the link.
 */
export async function proveByLink(tx: Tx, ctx: Ctx, person: Person, linkId: string): Promise<boolean> {
  const carried = await tx.message.count({ where: { linkId } });
  if (carried === 0) return false;
  const { count } = await tx.person.updateMany({
    where: { id: person.personId, emailProvenAt: null },
    data: { emailProvenAt: ctx.now },
  });
  if (count > 0) await forgetUnproven(tx, ctx, person);
  return true;
}

/** Takes away the factors of a person who joins another organization while nothing proves that they read their address. */
export async function forgetIfUnproven(tx: Tx, ctx: Ctx, person: Person): Promise<void> {
  const { emailProvenAt } = await tx.person.findUniqueOrThrow({
    where: { id: person.personId },
    select: { emailProvenAt: true },
  });
  if (emailProvenAt === null) await forgetUnproven(tx, ctx, person);
}

async function forgetUnproven(tx: Tx, ctx: Ctx, { id, personId }: Person): Promise<void> {
  if (!hasFactor(await factorsOf(tx, personId))) return;
  await forgetFactors(tx, personId);
  await endElsewhere(tx, ctx, personId);
  const { email: subject } = await tx.user.findUniqueOrThrow({
    where: { organizationId_id: { organizationId: ctx.organizationId, id } },
    select: { email: true },
  });
  await record(tx, ctx, [{ kind: "user.second_factor_reset", subject }]);
  await recordElsewhere(tx, ctx, personId, { kind: "user.second_factor_reset" });
  await letterToPerson(tx, ctx, id, { type: "second_factor_reset" });
}
