import "server-only";
import type { Identity } from "@/lib/domain/sign-in/identity";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";
import { record } from "../kernel/record";
import { recordElsewhere } from "../people/elsewhere";
import { letterToPerson } from "../people/letter";

/** Names a person, and what they are in the organization in which this happens. */
type Owner = { id: string; personId: string; email: string };

/**
 * Binds an identity to a person, tells the audit logs of all their organizations, and writes to them. The database refuses one that
 * somebody has already. See docs/domain.md, section 7, "Single sign-on".
 */
export async function bindIdentity(
  tx: Tx,
  ctx: Ctx,
  { id, personId, email }: Owner,
  { issuer, subject }: Identity,
): Promise<void> {
  await tx.identity.create({
    data: { issuer, subject, personId, createdAt: ctx.now },
    select: { personId: true },
  });
  await tx.person.updateMany({ where: { id: personId, linksByEmail: true }, data: { linksByEmail: false } });
  const told = { kind: "user.identity_linked" as const, after: { issuer } };
  await record(tx, ctx, [{ ...told, subject: email }]);
  await recordElsewhere(tx, ctx, personId, told);
  await letterToPerson(tx, ctx, id, { type: "identity_linked" });
}
