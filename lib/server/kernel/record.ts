import "server-only";
import type { Event } from "@/lib/domain/events/event";
import type { TellingKind } from "@/lib/domain/events/messages-of";
import type { OrderEventKind } from "@/lib/domain/events/order-event";
import type { Ctx } from "./ctx";
import { Prisma, sql, type Tx } from "./db";
import { insertRows } from "./insert-rows";

/**
 * Records events in the transaction of the change. Those from which messages follow are recorded with them, by `recordAndTell`
 * in `lib/server/messages`. See docs/domain.md, section 2, "History".
 */
export async function record(tx: Tx, ctx: Ctx, events: readonly QuietEvent[]): Promise<void> {
  await insertRows(tx, eventRows(ctx, events));
}

/** Holds an event from which no message follows. */
export type QuietEvent = Exclude<Event, { kind: TellingKind }>;

/** Returns the same events as rows, for a statement that inserts others with them. */
export function eventRows(ctx: Ctx, events: readonly Event[]) {
  return { events: events.map((event) => ({ ...recordedBy(ctx), ...event })) };
}

/**
 * Returns the statement that records an event for each order in `from`, however many there are. The other columns of an event
 * are given by their names in the table.
 */
export function recordOfEach(
  ctx: Ctx,
  kind: Exclude<OrderEventKind, TellingKind>,
  from: Prisma.Sql,
  columns: Record<"order_id" | "status_label" | "before" | "after", Prisma.Sql>,
): Prisma.Sql {
  const { organizationId, at, actorType, actorId, actorName, requestId, bulkRunId = null } = recordedBy(ctx);
  return sql`
    INSERT INTO events (organization_id, at, kind, actor_type, actor_id, actor_name, request_id, bulk_run_id,
      ${Prisma.raw(Object.keys(columns).join(", "))})
    SELECT ${organizationId}::uuid, ${at}, ${kind}, ${actorType}::actor_type, ${actorId}, ${actorName}, ${requestId}::uuid,
      ${bulkRunId}::uuid, ${Prisma.join(Object.values(columns))}
    FROM ${from}`;
}

function recordedBy({ organizationId, now, actor, requestId, bulkRunId }: Ctx) {
  return {
    organizationId,
    at: now,
    actorType: actor.type,
    actorId: actor.id,
    actorName: actor.name,
    requestId,
    ...(bulkRunId && { bulkRunId }),
  };
}
