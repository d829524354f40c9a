import "server-only";
import type { PersonLetterType } from "@/lib/domain/messages/message";
import type { Identity } from "@/lib/domain/sign-in/identity";
import { config } from "../kernel/config";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";
import { record } from "../kernel/record";
import { factorsOf, hasFactor } from "../second-factor/factors";
import { forgetFactors } from "../second-factor/forget";
import { endElsewhere, recordElsewhere } from "./elsewhere";
import { letterToPerson } from "./letter";

/**
 * Where no email is sent, the administrator who passes on a person's first link could have used it and left a way in. See
 * docs/domain.md, section 7, "Proven addresses".
 */

/** Holds what says whether we know that a person reads their address. */
type Proof = { passwordHash: string | null; emailProvenAt: Date | null };

type Person = { id: string; personId: string };

/** Is the account with which the person has just come from their identity provider, and which stays. */
type Kept = { keep?: Identity };

/** Tells whether a person has first to prove by an emailed link that they read their address, before they join an organization. */
export function mustProveEmail({ passwordHash, emailProvenAt }: Proof): boolean {
  // Without a password, an identity provider has vouched for the address.
  return config().mail !== undefined && passwordHash !== null && emailProvenAt === null;
}

/**
 * Notes that a person has used a link if an email brought it, takes away the factors and linked accounts from before the first one, and tells whether
 * one did. The caller has locked the person and used the link.
 */
export async function proveByLink(
  tx: Tx,
  ctx: Ctx,
  person: Person,
  linkId: string,
  kept: Kept = {},
): Promise<boolean> {
  const carried = await tx.message.count({ where: { linkId } });
  if (carried === 0) return false;
  const { count } = await tx.person.updateMany({
    where: { id: person.personId, emailProvenAt: null },
    data: { emailProvenAt: ctx.now },
  });
  if (count > 0) await forgetUnproven(tx, ctx, person, kept);
  return true;
}

/** Takes away the factors and linked accounts of a person who joins another organization while nothing proves that they read their address. */
export async function forgetIfUnproven(tx: Tx, ctx: Ctx, person: Person, kept: Kept = {}): Promise<void> {
  const { emailProvenAt } = await tx.person.findUniqueOrThrow({
    where: { id: person.personId },
    select: { emailProvenAt: true },
  });
  if (emailProvenAt === null) await forgetUnproven(tx, ctx, person, kept);
}

/** Takes away factors and linked accounts, but never the only way in of a person without a password. */
async function forgetUnproven(tx: Tx, ctx: Ctx, person: Person, { keep }: Kept): Promise<void> {
  const { personId } = person;
  const factors = hasFactor(await factorsOf(tx, personId));
  const linked = await tx.identity.findMany({
    where: { personId, person: { passwordHash: { not: null } }, ...(keep && { NOT: keep }) },
    select: { issuer: true, subject: true },
  });
  if (!factors && linked.length === 0) return;
  await endElsewhere(tx, ctx, personId);
  const { email } = await tx.user.findUniqueOrThrow({
    where: { organizationId_id: { organizationId: ctx.organizationId, id: person.id } },
    select: { email: true },
  });
  const tell = { tx, ctx, person, subject: email };
  if (factors) {
    await forgetFactors(tx, personId);
    await tellGone(tell, { kind: "user.second_factor_reset" }, "second_factor_reset");
  }
  for (const { issuer, subject } of linked) {
    await tx.identity.delete({ where: { issuer_subject: { issuer, subject } }, select: { personId: true } });
    await tellGone(tell, { kind: "user.identity_unlinked", after: { issuer } }, "identity_unlinked");
  }
}

/** Tells the audit logs of all organizations of a person that a way in is gone, and the person. */
async function tellGone(
  { tx, ctx, person: { id, personId }, subject }: { tx: Tx; ctx: Ctx; person: Person; subject: string },
  gone: Parameters<typeof recordElsewhere>[3],
  letter: PersonLetterType,
): Promise<void> {
  await record(tx, ctx, [{ ...gone, subject }]);
  await recordElsewhere(tx, ctx, personId, gone);
  await letterToPerson(tx, ctx, id, { type: letter });
}
