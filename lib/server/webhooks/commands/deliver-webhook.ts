import "server-only";
import { z } from "zod";
import { silenceWords } from "@/lib/domain/refusing/silence";
import { oneLine } from "@/lib/domain/values/one-line";
import { type DeliveryOrigin, type DeliveryState, nextDeliveryAt } from "@/lib/domain/webhook";
import { Id } from "@/lib/schemas/fields";
import { type FeedEvent, toldEvents } from "../../events/read-feed";
import type { Ctx } from "../../kernel/ctx";
import { sql, type Tx } from "../../kernel/db";
import { machine } from "../../kernel/definition/caller";
import { type TaskScope, task } from "../../kernel/definition/task";
import { addJobs } from "../../kernel/jobs";
import { record } from "../../kernel/record";
import { transaction } from "../../kernel/transaction";
import { type Posted, post } from "../../outside/post";
import { tmfEventOf } from "../../tmf622/event";
import { deliveryJob } from "../jobs";
import { wakeNext } from "../lanes";
import { type LockedWebhook, lockWebhook } from "../lock";
import { webhookHeaders } from "../sign";
import { tellDisabled } from "../tell-disabled";

/** Says what became of a delivery. `left` means not now: it has ended, is not due, or its webhook is disabled. */
export type Delivered = "delivered" | "postponed" | "failed" | "left";

const patienceSeconds = 20;
/** Sets how long another worker waits before it may try, which is longer than any wait for a receiver. */
const leaseMs = 60_000;
/** Limits how much of an answer is kept, because a receiver may answer anything. */
const longestKept = 200;

/** Holds what does not come from the database, which tests replace. */
type Environment = { clock: () => Date; signal: AbortSignal; timeoutSeconds: number };

/**
 * Tries once to tell a webhook of an event, between two transactions. After a crash it tells it again with the same id, so
 * that each event is told at least once. See docs/domain.md, section 10, "Webhooks".
 */
export const deliverWebhook = task({
  name: "deliver_webhook",
  caller: machine("system", "webhook:save"),
  input: z.strictObject({ id: Id }),
  async run({ ctx, environment }: TaskScope<Environment>, { id }): Promise<Delivered> {
    const { clock = () => new Date(), signal, timeoutSeconds = patienceSeconds } = environment;
    const begun = await transaction(ctx, (tx) => begin(tx, ctx, id));
    if (!begun) return "left";
    const { webhook, event, delivery } = begun;
    const body = await bodyOf(ctx, webhook, event);
    const headers = webhookHeaders(secretsOf(webhook, ctx.now), {
      id: `evt_${event.id}`,
      body,
      now: ctx.now,
    });
    const posted = await post(webhook.url, body, { headers, timeoutSeconds, signal });
    const after = { ...ctx, now: clock() };
    return transaction(after, (tx) => conclude(tx, after, delivery, posted));
  },
});

/** Returns what the receiver is told, in the form that it was set up for. */
async function bodyOf(ctx: Ctx, { form }: LockedWebhook, event: FeedEvent): Promise<string> {
  if (form === "tmf622") return JSON.stringify(await tmfEventOf(ctx, event));
  return JSON.stringify({ type: event.type, version: 1, timestamp: event.at, data: event });
}

function secretsOf({ secret, previousSecret, previousUntil }: LockedWebhook, now: Date): string[] {
  return previousSecret && previousUntil && previousUntil > now ? [secret, previousSecret] : [secret];
}

type Delivery = {
  id: string;
  webhookId: string;
  orderId: string | null;
  eventId: string;
  origin: DeliveryOrigin;
  state: DeliveryState;
  attempts: number;
  nextAttemptAt: Date | null;
  createdAt: Date;
};

/** Takes the delivery for as long as the receiver may need. Returns undefined if it must not be delivered now. */
async function begin(tx: Tx, ctx: Ctx, id: string) {
  const found = await lockDelivery(tx, ctx, id);
  if (!found) return undefined;
  const { delivery, webhook } = found;
  const due = delivery.nextAttemptAt !== null && delivery.nextAttemptAt <= ctx.now;
  if (webhook.disabledAt || !due) return undefined;
  const attempts = delivery.attempts + 1;
  await write(tx, ctx, id, { attempts, nextAttemptAt: new Date(ctx.now.getTime() + leaseMs) });
  const [event] = await tx.$queryRaw<FeedEvent[]>(sql`
    ${toldEvents} WHERE events.organization_id = ${ctx.organizationId}::uuid AND events.id = ${delivery.eventId}::bigint`);
  if (!event) throw new Error("A delivery is of an event");
  return { webhook, event, delivery: { ...delivery, attempts } };
}

/** Records how the attempt ended, unless another worker has tried meanwhile. */
async function conclude(tx: Tx, ctx: Ctx, begun: Delivery, posted: Posted): Promise<Delivered> {
  const found = await lockDelivery(tx, ctx, begun.id);
  if (found?.delivery.state !== "waiting" || found.delivery.attempts !== begun.attempts) return "left";
  const { webhook } = found;
  const lastStatus = posted.answered ? posted.status : null;
  const lastAnswer =
    oneLine(posted.answered ? posted.text : silenceWords(posted.silence), longestKept) || null;
  const heard = { lastStatus, lastAnswer };

  if (lastStatus !== null && lastStatus >= 200 && lastStatus <= 299) {
    await write(tx, ctx, begun.id, { ...heard, state: "delivered", nextAttemptAt: null, endedAt: ctx.now });
    await wakeNext(tx, ctx, begun);
    return "delivered";
  }
  const retryAfter =
    posted.answered && (posted.status === 429 || posted.status === 503) ? posted.retryAfter : null;
  const gone = lastStatus === 410;
  // A person waits for the outcome of a test, which says nothing about three days.
  const isTest = begun.origin === "test";
  const pause = { random: Math.random(), retryAfter, since: begun.createdAt };
  const next = gone || isTest ? null : nextDeliveryAt(begun.attempts, ctx.now, pause);
  if (next) {
    await write(tx, ctx, begun.id, { ...heard, nextAttemptAt: next });
    await addJobs(tx, [{ ...deliveryJob(ctx, begun.id), runAt: next }]);
    return "postponed";
  }
  await write(tx, ctx, begun.id, { ...heard, state: "failed", nextAttemptAt: null, endedAt: ctx.now });
  if (!isTest) await disable(tx, ctx, begun.webhookId, webhook, gone ? "gone" : "failing");
  await wakeNext(tx, ctx, begun);
  return "failed";
}

async function disable(tx: Tx, ctx: Ctx, id: string, webhook: LockedWebhook, disabledBy: "gone" | "failing") {
  if (webhook.disabledAt) return;
  await tx.webhook.updateMany({
    where: { id },
    data: { disabledAt: ctx.now, disabledBy, version: { increment: 1 } },
  });
  await record(tx, ctx, [{ kind: "webhook.disabled", subject: webhook.name, after: { disabledBy } }]);
  await tellDisabled(tx, ctx, { id, name: webhook.name }, disabledBy);
}

async function lockDelivery(tx: Tx, ctx: Ctx, id: string) {
  const key = { organizationId_id: { organizationId: ctx.organizationId, id } };
  const of = await tx.webhookDelivery.findUnique({ where: key, select: { webhookId: true } });
  const webhook = of && (await lockWebhook(tx, ctx, of.webhookId));
  if (!webhook) return undefined;
  const [delivery] = await tx.$queryRaw<Delivery[]>(sql`
    SELECT id, webhook_id AS "webhookId", order_id AS "orderId", event_id::text AS "eventId", origin, state, attempts,
      next_attempt_at AS "nextAttemptAt", created_at AS "createdAt"
    FROM webhook_deliveries WHERE organization_id = ${ctx.organizationId}::uuid AND id = ${id}::uuid`);
  return delivery && { webhook, delivery };
}

function write(
  tx: Tx,
  ctx: Ctx,
  id: string,
  data: Parameters<Tx["webhookDelivery"]["updateMany"]>[0]["data"],
) {
  return tx.webhookDelivery.updateMany({ where: { organizationId: ctx.organizationId, id }, data });
}
