import "server-only";
import type { Ctx } from "../kernel/ctx";
import { sql, type Tx } from "../kernel/db";

/**
 * Ends the sessions of a person in all other organizations and voids their links there, but for invitations. The command ends
 * those of its own organization itself. See docs/domain.md, section 7, "Several organizations".
 */
export async function endElsewhere(tx: Tx, { organizationId, now }: Ctx, personId: string): Promise<void> {
  await tx.$queryRaw(sql`SELECT end_elsewhere(${personId}::uuid, ${organizationId}::uuid, ${now})::text`);
}
