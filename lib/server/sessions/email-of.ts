import "server-only";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";
import { NotFound } from "../kernel/errors";

/** Returns the email of a person, by which the audit log names them. @throws NotFound */
export async function emailOf(tx: Tx, { organizationId }: Ctx, userId: string): Promise<string> {
  const user = await tx.user.findUnique({
    where: { organizationId_id: { organizationId, id: userId } },
    select: { email: true },
  });
  if (!user) throw new NotFound("user", userId);
  return user.email;
}
