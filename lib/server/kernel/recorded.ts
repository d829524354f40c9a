import "server-only";
import { sql } from "./db";

/** Is an event as its readers get it: as it was recorded, with when it happened and by whom. */
export type Recorded<Told> = Told & {
  id: string;
  /** RFC 3339, UTC. */
  at: string;
  actor: { type: "user" | "api_key" | "scheduler" | "system"; name: string };
};

/**
 * Selects what `Recorded` has of a row of `events`. Only `record` writes there and it takes nothing but events, so that a
 * query says which of them it reads. Older events may lack what newer ones keep.
 */
export const recordedColumns = sql`events.id::text, events.kind,
  to_char(events.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at,
  jsonb_build_object('type', events.actor_type, 'name', events.actor_name) AS actor,
  coalesce(events.before, '{}') AS before, coalesce(events.after, '{}') AS after`;
