import "server-only";
import { type Prisma, sql } from "../kernel/db";

/** Holds the place of an event in the feed of its organization. */
export type SealPlace = { position: string; eventId: string };

/** Stands before every event of an organization. */
export const beforeAll: SealPlace = { position: "-1", eventId: "0" };

/** Selects events behind a place in their order. Those of before there was a feed have no position, and no index of the feed. */
export function eventsBehind(organizationId: string, { position, eventId }: SealPlace): Prisma.Sql {
  const placed = Number(position) > 0 ? sql`AND position > 0` : sql``;
  return sql`
    SELECT event_digest(events) AS digest, position, id, at FROM events
    WHERE organization_id = ${organizationId}::uuid ${placed}
      AND (position, id) > (${position}::bigint, ${eventId}::bigint)`;
}

/** Computes the hash of a seal from that of the seal before and the digests of its events, in the order of `from`. */
export function hashOf(before: string, from: Prisma.Sql): Prisma.Sql {
  return sql`
    encode(sha256(convert_to(${before}, 'UTF8') || (SELECT string_agg(digest, ''::bytea ORDER BY position, id) FROM ${from})), 'hex')`;
}
