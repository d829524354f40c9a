import "server-only";
import type { LinkPurpose } from "@/lib/domain/one-time-link";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";
import { makeLinkSecret } from "./secret";

/**
 * Makes the one open link of a purpose for a person, and voids an older one. It has no secret before it is sent, or shown by
 * `revealLink`. The caller has locked the user. See docs/domain.md, section 7, "One-time links".
 */
export async function openLink(
  tx: Tx,
  { organizationId, now }: Ctx,
  { userId, purpose, email = null }: { userId: string; purpose: LinkPurpose; email?: string | null },
): Promise<string> {
  await tx.oneTimeLink.updateMany({
    where: { organizationId, userId, purpose, usedAt: null, voidedAt: null },
    data: { voidedAt: now },
  });
  const { id } = await tx.oneTimeLink.create({
    data: { organizationId, userId, purpose, email, createdAt: now },
    select: { id: true },
  });
  return id;
}

/** Voids every open link of a person, because they have a new password or address, or may not sign in any more. */
export async function voidLinks(tx: Tx, { organizationId, now }: Ctx, userId: string): Promise<void> {
  await tx.oneTimeLink.updateMany({
    where: { organizationId, userId, usedAt: null, voidedAt: null },
    data: { voidedAt: now },
  });
}

/**
 * Gives an open link its secret, from when its day counts, and returns the secret; null if the link is over. An earlier secret
 * of the same link stops working.
 */
export async function revealLink(tx: Tx, { organizationId, now }: Ctx, id: string): Promise<string | null> {
  const { secret, kept } = makeLinkSecret(now);
  const { count } = await tx.oneTimeLink.updateMany({
    where: { organizationId, id, usedAt: null, voidedAt: null },
    data: kept,
  });
  return count === 0 ? null : secret;
}
