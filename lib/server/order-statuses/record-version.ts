import "server-only";
import type { Ctx } from "../kernel/ctx";
import { sql, type Tx } from "../kernel/db";

/**
 * Keeps the present list as this version in the transaction of its save, with the replacements of deleted statuses by id. See
 * docs/domain.md, section 1, rule 13.
 */
export async function recordStatusVersion(
  tx: Tx,
  ctx: Ctx,
  version: number,
  replacedBy: Record<string, string> = {},
): Promise<void> {
  const { organizationId, actor, now } = ctx;
  await tx.$executeRaw(sql`
    INSERT INTO order_status_versions (organization_id, version, at, actor_type, actor_id, actor_name, statuses, replaced_by)
    VALUES (${organizationId}::uuid, ${version}, ${now}, ${actor.type}::actor_type, ${actor.id}, ${actor.name},
      order_status_snapshot(${organizationId}::uuid), ${JSON.stringify(replacedBy)}::jsonb)`);
}
