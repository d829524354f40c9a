import "server-only";
import { z } from "zod";
import { ok, refuse } from "@/lib/domain/values/result";
import type { DeliveryState } from "@/lib/domain/webhook";
import { Id } from "@/lib/schemas/fields";
import { sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { NotFound } from "../../kernel/errors";
import { addJobs } from "../../kernel/jobs";
import { deliveryJob } from "../jobs";
import { lockWebhook } from "../lock";
import { makeOf } from "../make";

/**
 * Delivers an event again under the same id. A delivery that still waits for its next attempt is tried now, and one that has
 * ended gets a new delivery behind those of its order. See docs/domain.md, section 10, "Webhooks". @throws NotFound
 */
export const resendDelivery = command({
  name: "webhook.resend",
  caller: staff("webhook:save"),
  input: z.strictObject({ id: Id, deliveryId: Id }),
  output: z.object({ deliveryId: Id }),
  refusals: refusals("webhook_disabled", "earlier_delivery_waits", "delivery_under_way"),
  async run({ tx, ctx }, { id: webhookId, deliveryId }) {
    const { organizationId, now } = ctx;
    const webhook = await lockWebhook(tx, ctx, webhookId);
    if (!webhook) throw new NotFound("webhook", webhookId);
    const [delivery] = await tx.$queryRaw<
      { eventId: string; state: DeliveryState; nextAttemptAt: Date | null }[]
    >(sql`
      SELECT event_id::text AS "eventId", state, next_attempt_at AS "nextAttemptAt" FROM webhook_deliveries
      WHERE organization_id = ${organizationId}::uuid AND id = ${deliveryId}::uuid AND webhook_id = ${webhookId}::uuid
      FOR UPDATE`);
    if (!delivery) throw new NotFound("delivery", deliveryId);
    if (webhook.disabledAt) return refuse({ reason: "webhook_disabled", path: "" });

    if (delivery.state === "waiting") {
      if (!delivery.nextAttemptAt) return refuse({ reason: "earlier_delivery_waits", path: "" });
      await tx.webhookDelivery.updateMany({
        where: { id: deliveryId, nextAttemptAt: { gt: now } },
        data: { nextAttemptAt: now },
      });
      await addJobs(tx, [deliveryJob(ctx, deliveryId)]);
      return ok({ deliveryId });
    }
    const { eventId } = delivery;
    const again = await tx.webhookDelivery.count({
      where: { webhookId, eventId: BigInt(eventId), state: "waiting" },
    });
    if (again > 0) return refuse({ reason: "delivery_under_way", path: "" });
    const events = sql`
      SELECT id, order_id FROM events WHERE organization_id = ${organizationId}::uuid AND id = ${eventId}::bigint`;
    const [made] = await makeOf(tx, ctx, { webhookId, origin: "resend", events });
    if (made === undefined) throw new Error("A delivery is of an event");
    return ok({ deliveryId: made });
  },
});
