import "server-only";
import { type Prisma, sql } from "./db";

/** Holds an event as readers get it: what was recorded, when it happened, and by whom. */
export type Recorded<Told> = Told & {
  id: string;
  /** Holds an RFC 3339 time in UTC. */
  at: string;
  actor: { type: "user" | "api_key" | "scheduler" | "system"; name: string };
};

/**
 * Selects the columns of `Recorded` from `events`. Only `record` writes there, so a query knows which events it reads; older
 * ones may lack what newer ones keep.
 */
export const recordedColumns = sql`events.id::text, events.kind,
  ${rfc3339(sql`events.at`)} AS at,
  jsonb_build_object('type', events.actor_type, 'name', events.actor_name) AS actor,
  coalesce(events.before, '{}') AS before, coalesce(events.after, '{}') AS after`;

/** Writes a time as RFC 3339 in UTC. */
export function rfc3339(time: Prisma.Sql): Prisma.Sql {
  return sql`to_char(${time} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
