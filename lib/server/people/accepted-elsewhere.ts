import "server-only";
import type { Ctx } from "../kernel/ctx";
import { sql, type Tx } from "../kernel/db";

/** Tells whether a person has accepted the invitation of another organization as well. */
export async function acceptedElsewhere(tx: Tx, { organizationId }: Ctx, personId: string): Promise<boolean> {
  const [answer] = await tx.$queryRaw<{ elsewhere: boolean }[]>(sql`
    SELECT accepted_elsewhere(${personId}::uuid, ${organizationId}::uuid) AS elsewhere`);
  return answer?.elsewhere ?? false;
}
