import "server-only";
import { z } from "zod";
import { ok, refuse } from "@/lib/domain/values/result";
import { mostReplayed } from "@/lib/domain/webhook";
import { Id } from "@/lib/schemas/fields";
import { readFeedCursor } from "../../events/cursor";
import { Prisma, sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { NotFound } from "../../kernel/errors";
import { record } from "../../kernel/record";
import { lockWebhook } from "../lock";
import { makeOf } from "../make";

const Time = z.iso
  .datetime({ offset: true, message: "Enter a time such as 2026-11-26T09:30:00Z." })
  .refine((time) => time >= "2000", "Enter a time after the year 2000.");
const Cursor = z.string().max(500);

/**
 * Delivers the events of a range again that the webhook is told of. The range has a beginning, as a time or as a cursor of the
 * feed, and ends where the webhook is or earlier. See docs/domain.md, section 10, "Webhooks". @throws NotFound
 */
export const replayEvents = command({
  name: "webhook.replay",
  caller: staff("webhook:save"),
  input: z
    .strictObject({
      id: Id,
      /** Is the time of the first event. */
      since: Time.optional(),
      /** Is the time before which the last event happened. */
      until: Time.optional(),
      /** Is the cursor of the feed behind which the range begins. */
      after: Cursor.optional(),
      /** Is the cursor of the feed up to which the range goes. */
      upTo: Cursor.optional(),
    })
    .refine(({ since, after }) => since !== undefined || after !== undefined, {
      path: ["since"],
      message: "Say where the events begin, by a time or by a cursor.",
    }),
  output: z.object({ events: z.number().int() }),
  refusals: refusals("webhook_disabled", "too_many_events", "cursor_not_understood"),
  async run({ tx, ctx }, { id: webhookId, since, until, ...cursors }) {
    const webhook = await lockWebhook(tx, ctx, webhookId);
    if (!webhook) throw new NotFound("webhook", webhookId);
    if (webhook.disabledAt) return refuse({ reason: "webhook_disabled", path: "" });
    const [begin, end] = [placeOf(cursors.after), placeOf(cursors.upTo)];
    if (begin === null || end === null) return refuse({ reason: "cursor_not_understood" });

    const events = sql`
      SELECT id, order_id FROM events
      WHERE organization_id = ${ctx.organizationId}::uuid AND position > 0 AND kind = ANY(${webhook.types}::text[])
        ${since === undefined ? Prisma.empty : sql`AND at >= ${new Date(since)}`}
        ${until === undefined ? Prisma.empty : sql`AND at < ${new Date(until)}`}
        ${begin ? sql`AND (position, id) > (${begin.position}::bigint, ${begin.id}::bigint)` : Prisma.empty}
        ${end ? sql`AND (position, id) <= (${end.position}::bigint, ${end.id}::bigint)` : Prisma.empty}
        AND (position, id) <= (${webhook.position}::bigint, ${webhook.eventId}::bigint)
        AND NOT EXISTS (
          SELECT FROM webhook_deliveries AS waiting
          WHERE waiting.organization_id = events.organization_id AND waiting.webhook_id = ${webhookId}::uuid
            AND waiting.state = 'waiting' AND waiting.event_id = events.id)
      ORDER BY position, id LIMIT ${mostReplayed + 1}`;
    const [found] = await tx.$queryRaw<{ count: number }[]>(sql`
      SELECT count(*)::int AS count FROM (${events}) AS chosen`);
    if ((found?.count ?? 0) > mostReplayed)
      return refuse({ reason: "too_many_events", most: mostReplayed, path: "since" });
    const made = await makeOf(tx, ctx, { webhookId, origin: "replay", events });
    const after = { events: made.length };
    await record(tx, ctx, [{ kind: "webhook.replayed", subject: webhook.name, after }]);
    return ok(after);
  },
});

function placeOf(cursor: string | undefined) {
  return cursor === undefined ? undefined : readFeedCursor(cursor);
}
