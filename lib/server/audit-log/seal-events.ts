import "server-only";
import { sql, unscoped } from "../kernel/db";
import { beforeAll, eventsBehind, hashOf, type SealPlace } from "./sealed";

const batch = 10_000;

type Last = SealPlace & { organizationId: string; number: number; hash: string };

/**
 * Seals what every organization's events have grown by, and returns how many seals that took. An event is sealed once nothing can
 * come before it any more. Two workers at once make a seal once. See docs/domain.md, section 7, "Seals".
 */
export async function sealEvents(now: Date): Promise<number> {
  let count = 0;
  for (;;) {
    const unsealed = await unscoped().$queryRaw<Last[]>(sql`
      SELECT organizations.id AS "organizationId", coalesce(last.number, 0) AS number, coalesce(last.hash, '') AS hash,
        coalesce(last.position, ${beforeAll.position}::bigint)::text AS position,
        coalesce(last.event_id, ${beforeAll.eventId}::bigint)::text AS "eventId"
      FROM organizations
      LEFT JOIN LATERAL (
        SELECT * FROM event_seals WHERE organization_id = organizations.id ORDER BY number DESC LIMIT 1) AS last ON true
      WHERE EXISTS (
        SELECT FROM events WHERE organization_id = organizations.id AND position > 0 AND position < event_horizon()
          AND (position, id) > (coalesce(last.position, 0), coalesce(last.event_id, 0)))`);
    let sealed = 0;
    for (const last of unsealed) sealed += await sealNext(last, now);
    if (sealed === 0) return count;
    count += sealed;
  }
}

function sealNext({ organizationId, number, hash, ...place }: Last, now: Date): Promise<number> {
  const next = sql`next`;
  return unscoped().$executeRaw(sql`
    WITH next AS MATERIALIZED (
      ${eventsBehind(organizationId, place)} AND position < event_horizon() ORDER BY position, id LIMIT ${batch}
    ), last AS (
      SELECT position, id FROM next ORDER BY position DESC, id DESC LIMIT 1
    )
    INSERT INTO event_seals (organization_id, number, position, event_id, events, hash, sealed_at)
    SELECT ${organizationId}::uuid, ${number + 1}, position, id, (SELECT count(*) FROM next), ${hashOf(hash, next)}, ${now} FROM last
    ON CONFLICT DO NOTHING`);
}
