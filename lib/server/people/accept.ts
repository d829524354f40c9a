import "server-only";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";

/** Notes that a person has accepted the invitation of this organization, and tells whether that was now. */
export async function accept(
  tx: Tx,
  { organizationId, now }: Ctx,
  { id, personId }: { id: string; personId: string },
): Promise<boolean> {
  await tx.person.updateMany({ where: { id: personId, acceptedAt: null }, data: { acceptedAt: now } });
  const { count } = await tx.user.updateMany({
    where: { organizationId, id, acceptedAt: null },
    data: { acceptedAt: now },
  });
  return count > 0;
}
