import "server-only";
import { z } from "zod";
import { oneLine } from "@/lib/domain/values/one-line";
import { type DeliveryOrigin, nextDeliveryAt, type WebhookDisabledBy } from "@/lib/domain/webhook";
import { Id } from "@/lib/schemas/fields";
import { type FeedEvent, toldEvents } from "../../events/read-feed";
import type { Ctx } from "../../kernel/ctx";
import { Prisma, sql, type Tx } from "../../kernel/db";
import { machine } from "../../kernel/definition/caller";
import { type TaskScope, task } from "../../kernel/definition/task";
import { addJobs } from "../../kernel/jobs";
import { record } from "../../kernel/record";
import { transaction } from "../../kernel/transaction";
import { type Posted, post } from "../../outside/post";
import { unsealed } from "../../secrets/seal";
import { tmfEventOf } from "../../tmf622/event";
import { deliveryJob } from "../jobs";
import { wakeNext } from "../lanes";
import { type LockedWebhook, lockWebhook, type ReceivingWebhook, receivingColumns } from "../lock";
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
    const secrets = await secretsOf(ctx, webhook);
    const headers = webhookHeaders(secrets, {
      id: `evt_${event.id}`,
      body,
      now: ctx.now,
    });
    // Nothing is sent that its receiver could not believe.
    const posted: Posted =
      secrets.length > 0
        ? await post(webhook.url, body, { asked: "webhook", headers, timeoutSeconds, signal })
        : { answered: false, silence: { is: "secret_unreadable" } };
    const after = { ...ctx, now: clock() };
    return transaction(after, (tx) => conclude(tx, after, delivery, posted));
  },
});

/** Returns what the receiver is told, in the form that it was set up for. */
async function bodyOf(ctx: Ctx, { form }: ReceivingWebhook, event: FeedEvent): Promise<string> {
  if (form === "tmf622") return JSON.stringify(await tmfEventOf(ctx, event));
  return JSON.stringify({ type: event.type, version: 1, timestamp: event.at, data: event });
}

/** Returns the secrets that sign a delivery now: the present one, and for a day after its rotation the former one. */
async function secretsOf({ organizationId, now }: Ctx, webhook: ReceivingWebhook): Promise<string[]> {
  const { secret, previousSecret, previousUntil } = webhook;
  const counting =
    previousSecret && previousUntil && previousUntil > now ? [secret, previousSecret] : [secret];
  const opened = await Promise.all(counting.map((sealed) => unsealed(organizationId, "webhook", sealed)));
  return opened.filter((one) => one !== null);
}

type Begun = {
  delivery: {
    id: string;
    webhookId: string;
    orderId: string | null;
    origin: DeliveryOrigin;
    attempts: number;
    createdAt: Date;
  };
  webhook: ReceivingWebhook;
  event: FeedEvent;
};

/**
 * Takes the delivery for as long as the receiver may need. Returns undefined if it must not be delivered now. It locks the
 * delivery alone, so that those of a webhook do not wait for each other.
 */
async function begin(tx: Tx, ctx: Ctx, id: string): Promise<Begun | undefined> {
  const { organizationId, now } = ctx;
  const leasedUntil = new Date(now.getTime() + leaseMs);
  const [begun] = await tx.$queryRaw<(Begun["delivery"] & ReceivingWebhook & { eventId: string })[]>(sql`
    UPDATE webhook_deliveries AS delivery SET attempts = attempts + 1, next_attempt_at = ${leasedUntil}
    FROM webhooks AS webhook
    WHERE delivery.organization_id = ${organizationId}::uuid AND delivery.id = ${id}::uuid AND next_attempt_at <= ${now}
      AND webhook.organization_id = delivery.organization_id AND webhook.id = webhook_id AND disabled_at IS NULL
    RETURNING delivery.id, webhook_id AS "webhookId", order_id AS "orderId", delivery.event_id::text AS "eventId", origin,
      attempts, delivery.created_at AS "createdAt", ${receivingColumns}`);
  if (!begun) return undefined;
  const [event] = await tx.$queryRaw<FeedEvent[]>(sql`
    ${toldEvents} WHERE events.organization_id = ${organizationId}::uuid AND events.id = ${begun.eventId}::bigint`);
  if (!event) throw new Error("A delivery is of an event");
  return { delivery: begun, webhook: begun, event };
}

type Ended =
  | { state: "delivered" }
  | { state: "failed"; disables: WebhookDisabledBy | null }
  | { state: "waiting"; next: Date };

/** Says how the attempt ended: docs/domain.md, section 10, "Webhooks". */
function endOf({ origin, attempts, createdAt }: Begun["delivery"], posted: Posted, now: Date): Ended {
  const status = posted.answered ? posted.status : null;
  if (status !== null && status >= 200 && status <= 299) return { state: "delivered" };
  // A person waits for the outcome of a test, which says nothing about three days.
  if (origin === "test") return { state: "failed", disables: null };
  if (status === 410) return { state: "failed", disables: "gone" };
  const retryAfter = posted.answered && (status === 429 || status === 503) ? posted.retryAfter : null;
  const next = nextDeliveryAt(attempts, now, { random: Math.random(), retryAfter, since: createdAt });
  return next ? { state: "waiting", next } : { state: "failed", disables: "failing" };
}

function heard(posted: Posted) {
  return posted.answered
    ? {
        lastStatus: posted.status,
        lastAnswer: oneLine(posted.text, longestKept) || null,
        lastSilence: Prisma.DbNull,
      }
    : { lastStatus: null, lastAnswer: null, lastSilence: posted.silence };
}

/** Records how the attempt ended, unless another worker has tried meanwhile. */
async function conclude(tx: Tx, ctx: Ctx, begun: Begun["delivery"], posted: Posted): Promise<Delivered> {
  const ended = endOf(begun, posted, ctx.now);
  const disables = ended.state === "failed" ? ended.disables : null;
  // What locks a webhook and its deliveries locks the webhook first.
  const webhook = disables && (await lockWebhook(tx, ctx, begun.webhookId));
  const { count } = await tx.webhookDelivery.updateMany({
    where: { organizationId: ctx.organizationId, id: begun.id, state: "waiting", attempts: begun.attempts },
    data: {
      state: ended.state,
      ...heard(posted),
      ...(ended.state === "waiting"
        ? { nextAttemptAt: ended.next }
        : { nextAttemptAt: null, endedAt: ctx.now }),
    },
  });
  if (count === 0) return "left";
  if (ended.state === "waiting") {
    await addJobs(tx, [{ ...deliveryJob(ctx, begun.id), runAt: ended.next }]);
    return "postponed";
  }
  if (webhook && disables) await disable(tx, ctx, begun.webhookId, webhook, disables);
  await wakeNext(tx, ctx, begun);
  return ended.state;
}

async function disable(tx: Tx, ctx: Ctx, id: string, webhook: LockedWebhook, disabledBy: WebhookDisabledBy) {
  if (webhook.disabledAt) return;
  await tx.webhook.updateMany({
    where: { id },
    data: { disabledAt: ctx.now, disabledBy, version: { increment: 1 } },
  });
  await record(tx, ctx, [{ kind: "webhook.disabled", subject: webhook.name, after: { disabledBy } }]);
  await tellDisabled(tx, ctx, { id, name: webhook.name }, disabledBy);
}
