import "server-only";
import { z } from "zod";
import type { EventKind } from "@/lib/domain/events/event";
import { Id } from "@/lib/schemas/fields";
import { readFeed } from "../../events/read-feed";
import type { Ctx } from "../../kernel/ctx";
import { join, sql, type Tx } from "../../kernel/db";
import { machine } from "../../kernel/definition/caller";
import { task } from "../../kernel/definition/task";
import { addJobs } from "../../kernel/jobs";
import { transaction } from "../../kernel/transaction";
import { makingJob } from "../jobs";
import { wakeFirst } from "../lanes";
import { lockWebhook } from "../lock";

const batch = 200;

/**
 * Makes deliveries of the events that a webhook has not been told of, in the order of the feed. The webhook keeps the place up to
 * which they are made, so that each event is delivered, however often its worker dies. See docs/domain.md, section 10.
 */
export const makeDeliveries = task({
  name: "make_deliveries",
  caller: machine("system", "webhook:save"),
  input: z.strictObject({ webhookId: Id }),
  run: ({ ctx }, { webhookId }) => transaction(ctx, (tx) => makeNext(tx, ctx, webhookId)),
});

async function makeNext(tx: Tx, ctx: Ctx, webhookId: string): Promise<"made" | "left"> {
  const webhook = await lockWebhook(tx, ctx, webhookId);
  if (!webhook || webhook.disabledAt) return "left";
  const from = { after: { position: webhook.position, id: webhook.eventId } };
  const kinds = webhook.types as EventKind[];
  const { events, upTo, more } = await readFeed(ctx, { from, kinds, limit: batch }, tx);
  if (upTo.id === webhook.eventId && upTo.position === webhook.position) return "left";

  if (events.length > 0) {
    const rows = events.map(
      ({ id, order }) =>
        sql`(${ctx.organizationId}::uuid, ${webhookId}::uuid, ${id}::bigint, ${order?.id ?? null}::uuid, ${ctx.now})`,
    );
    const made = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO webhook_deliveries (organization_id, webhook_id, event_id, order_id, created_at)
      VALUES ${join(rows)} RETURNING id`;
    const ids = made.map(({ id }) => id);
    await wakeFirst(tx, ctx, ids);
  }
  await tx.$executeRaw`
    UPDATE webhooks SET position = ${upTo.position}::bigint, event_id = ${upTo.id}::bigint
    WHERE organization_id = ${ctx.organizationId}::uuid AND id = ${webhookId}::uuid`;
  if (more) await addJobs(tx, [makingJob(ctx, webhookId)]);
  return "made";
}
