import "server-only";
import type { Ctx } from "../kernel/ctx";
import { read, sql } from "../kernel/db";
import { beforeAll, eventsBehind, hashOf, type SealPlace } from "./sealed";

export type Seal = SealPlace & { number: number; events: number; hash: string; sealedAt: Date };

/** Says what the seals prove, or the first seal that does not hold. `unsealed` events were recorded behind the last seal. */
export type Verified =
  | { holds: true; seals: number; events: number; unsealed: number; last: Seal | null }
  | { holds: false; seal: Seal; before: Seal | null };

/**
 * Makes every seal of an organization anew from its events and compares. A seal that does not hold says that an event behind the
 * seal before it was changed, added or taken away. See docs/domain.md, section 7, "Seals".
 */
export async function verifySeals(ctx: Ctx): Promise<Verified> {
  const { organizationId } = ctx;
  const seals = await read(ctx).$queryRaw<Seal[]>(sql`
    SELECT number, position::text, event_id::text AS "eventId", events, hash, sealed_at AS "sealedAt"
    FROM event_seals WHERE organization_id = ${organizationId}::uuid ORDER BY number`);
  let before: Seal | null = null;
  for (const seal of seals) {
    if (!(await holds(ctx, seal, before))) return { holds: false, seal, before };
    before = seal;
  }
  const [{ count } = { count: 0 }] = await read(ctx).$queryRaw<{ count: number }[]>(sql`
    SELECT count(*)::int FROM (${eventsBehind(organizationId, before ?? beforeAll)}) AS events`);
  const events = seals.reduce((sum, seal) => sum + seal.events, 0);
  return { holds: true, seals: seals.length, events, unsealed: count, last: before };
}

async function holds(ctx: Ctx, seal: Seal, before: Seal | null): Promise<boolean> {
  if (seal.number !== (before?.number ?? 0) + 1) return false;
  const those = sql`(
    ${eventsBehind(ctx.organizationId, before ?? beforeAll)}
      AND (position, id) <= (${seal.position}::bigint, ${seal.eventId}::bigint)) AS sealed`;
  const [made] = await read(ctx).$queryRaw<{ hash: string | null; events: number }[]>(sql`
    SELECT ${hashOf(before?.hash ?? "", those)} AS hash, (SELECT count(*)::int FROM ${those}) AS events`);
  return made?.hash === seal.hash && made.events === seal.events;
}
