import "server-only";
import { z } from "zod";
import type { EventKind } from "@/lib/domain/events/event";
import { Id } from "@/lib/schemas/fields";
import { readFeed } from "../../events/read-feed";
import type { Ctx } from "../../kernel/ctx";
import { sql, type Tx } from "../../kernel/db";
import { machine } from "../../kernel/definition/caller";
import { task } from "../../kernel/definition/task";
import { addJobs } from "../../kernel/jobs";
import { transaction } from "../../kernel/transaction";
import { makingJob } from "../jobs";
import { lockWebhook } from "../lock";
import { makeOf } from "../make";

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

  const ids = events.map(({ id }) => id);
  const chosen = sql`
    SELECT id, order_id FROM events
    WHERE organization_id = ${ctx.organizationId}::uuid AND id = ANY(${ids}::bigint[]) ORDER BY position, id`;
  if (ids.length > 0) await makeOf(tx, ctx, { webhookId, origin: "event", events: chosen });
  await tx.$executeRaw`
    UPDATE webhooks SET position = ${upTo.position}::bigint, event_id = ${upTo.id}::bigint
    WHERE organization_id = ${ctx.organizationId}::uuid AND id = ${webhookId}::uuid`;
  if (more) await addJobs(tx, [makingJob(ctx, webhookId)]);
  return "made";
}
