import "server-only";
import type { EventKind } from "@/lib/domain/events/event";
import type { Ctx } from "../kernel/ctx";
import { type Prisma, read, sql, type Tx } from "../kernel/db";
import { rfc3339 } from "../kernel/recorded";
import type { FeedPlace } from "./cursor";

/** Limits how many events a page looks through for those of the wanted kinds. */
const mostLookedThrough = 1000;

export type FeedEvent = {
  id: string;
  type: EventKind;
  /** Is RFC 3339 in UTC. */
  at: string;
  actor: { type: "user" | "api_key" | "scheduler" | "system"; id: string | null; name: string };
  order: { id: string; code: string } | null;
  account: { id: string; code: string } | null;
  /** Names what an event of the setup is about. */
  subject: string | null;
  /** Is the label that the order's status had after the event. */
  statusLabel: string | null;
  comment: string | null;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  requestId: string | null;
};

export type FeedPage = {
  events: FeedEvent[];
  /** Is the place up to which the page has read, where the next one begins. */
  upTo: FeedPlace;
  /** Is when the last event up to that place happened, or null if the page read none. */
  lastAt: string | null;
  /** Tells that the feed may have more already. */
  more: boolean;
};

/** Selects events as `FeedEvent`. A query adds its condition. */
export const toldEvents = sql`
  SELECT events.id::text, events.kind AS type, ${rfc3339(sql`events.at`)} AS at,
    jsonb_build_object('type', events.actor_type, 'id', events.actor_id, 'name', events.actor_name) AS actor,
    CASE WHEN orders.id IS NOT NULL THEN jsonb_build_object('id', orders.id, 'code', orders.code) END AS "order",
    CASE WHEN accounts.id IS NOT NULL THEN jsonb_build_object('id', accounts.id, 'code', accounts.code) END AS account,
    subject, status_label AS "statusLabel", comment, coalesce(before, '{}') AS before, coalesce(after, '{}') AS after,
    request_id AS "requestId"
  FROM events
  LEFT JOIN orders ON orders.organization_id = events.organization_id AND orders.id = events.order_id
  LEFT JOIN accounts ON accounts.organization_id = events.organization_id AND accounts.id = events.account_id`;

type From = { after: FeedPlace } | { since: Date };

/**
 * Reads events of these kinds in the order of the feed, which holds none that another one can still come before. Looks through
 * a limited number of others for them, so a page can be shorter than its limit and there is more. See docs/domain.md, section 10.
 */
export async function readFeed(
  ctx: Ctx,
  { from, kinds, limit }: { from: From; kinds: readonly EventKind[]; limit: number },
  db: Pick<Tx, "$queryRaw"> = read(ctx),
): Promise<FeedPage> {
  const own = sql`events.organization_id = ${ctx.organizationId}::uuid`;
  const [page] = await db.$queryRaw<FeedPage[]>(sql`
    WITH start AS MATERIALIZED (
      ${startOf(from, own)}
    ), looked_through AS MATERIALIZED (
      SELECT events.id, events.position, events.at, events.kind FROM events
      WHERE ${own} AND events.position > 0 AND events.position < (SELECT event_horizon())
        AND (events.position, events.id) > ((SELECT position FROM start), (SELECT id FROM start))
      ORDER BY events.position, events.id LIMIT ${mostLookedThrough}
    ), wanted AS MATERIALIZED (
      SELECT * FROM looked_through WHERE kind = ANY(${kinds}::text[]) ORDER BY position, id LIMIT ${limit + 1}
    ), told AS MATERIALIZED (
      SELECT * FROM wanted ORDER BY position, id LIMIT ${limit}
    ), page AS (
      SELECT count(*) > ${limit} AS filled FROM wanted
    ), last AS (
      (SELECT position, id, at FROM told CROSS JOIN page WHERE page.filled ORDER BY position DESC, id DESC LIMIT 1)
      UNION ALL
      (SELECT position, id, at FROM looked_through WHERE NOT (SELECT filled FROM page) ORDER BY position DESC, id DESC LIMIT 1)
      UNION ALL
      SELECT position, id, NULL FROM start
      LIMIT 1
    )
    SELECT
      coalesce((SELECT jsonb_agg(event ORDER BY place.position, place.id) FROM told AS place CROSS JOIN LATERAL (
        ${toldEvents} WHERE ${own} AND events.id = place.id) AS event), '[]') AS events,
      (SELECT jsonb_build_object('position', position::text, 'id', id::text) FROM last) AS "upTo",
      (SELECT ${rfc3339(sql`at`)} FROM last) AS "lastAt",
      filled OR (SELECT count(*) FROM looked_through) = ${mostLookedThrough} AS more
    FROM page`);
  if (!page) throw new Error("The feed answers one row");
  return page;
}

/**
 * Selects the place behind which the page begins. What nobody has committed yet has a position at or above the horizon, so
 * that a reader who found no event goes on there.
 */
function startOf(from: From, own: Prisma.Sql): Prisma.Sql {
  if ("after" in from)
    return sql`SELECT ${from.after.position}::bigint AS position, ${from.after.id}::bigint AS id`;
  return sql`
    SELECT least((
      SELECT events.position FROM events WHERE ${own} AND events.position > 0 AND events.at >= ${from.since}
      ORDER BY events.at, events.position, events.id LIMIT 1), event_horizon()) AS position, 0::bigint AS id`;
}
