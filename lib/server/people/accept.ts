import "server-only";
import type { Identity } from "@/lib/domain/sign-in/identity";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";
import { voidLinksElsewhere } from "./elsewhere";
import { forgetIfUnproven } from "./email-proof";

type Invited = { id: string; personId: string };

/**
 * Notes that a person has accepted the invitation of this organization, and tells whether that was now. Links that others may
 * hold for a new password end in all organizations, since they would open this one as well. So do factors that somebody else may have
 * left.
 */
export async function accept(
  tx: Tx,
  ctx: Ctx,
  { id, personId }: Invited,
  kept: { keep?: Identity } = {},
): Promise<boolean> {
  const { organizationId, now } = ctx;
  await tx.person.updateMany({ where: { id: personId, acceptedAt: null }, data: { acceptedAt: now } });
  const { count } = await tx.user.updateMany({
    where: { organizationId, id, acceptedAt: null },
    data: { acceptedAt: now },
  });
  if (count > 0) {
    await voidLinksElsewhere(tx, ctx, personId);
    await forgetIfUnproven(tx, ctx, { id, personId }, kept);
  }
  return count > 0;
}

/**
 * Gives a person who has never accepted an invitation their first password. It never replaces a password, since the administrator
 * of one organization may hold the link. The caller has locked the person. See docs/domain.md, section 7, "Invitations".
 */
export async function acceptWithPassword(
  tx: Tx,
  ctx: Ctx,
  { passwordHash, ...invited }: Invited & { passwordHash: string },
): Promise<void> {
  const { count } = await tx.person.updateMany({
    where: { id: invited.personId, acceptedAt: null },
    data: { acceptedAt: ctx.now, passwordHash },
  });
  if (count === 0) throw new Error("An invitation replaces no password");
  await accept(tx, ctx, invited);
}
