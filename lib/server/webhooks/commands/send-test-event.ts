import "server-only";
import { z } from "zod";
import { ok, refuse } from "@/lib/domain/values/result";
import { Id } from "@/lib/schemas/fields";
import { sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { NotFound } from "../../kernel/errors";
import { eventRows } from "../../kernel/record";
import { lockWebhook } from "../lock";
import { makeOf } from "../make";

/**
 * Sends a webhook the event that somebody tests it, whatever kinds it is told of. It is tried once, and its failure disables
 * nothing. See docs/domain.md, section 10, "Webhooks". @throws NotFound
 */
export const sendTestEvent = command({
  name: "webhook.send-test",
  caller: staff("webhook:save"),
  input: z.strictObject({ id: Id }),
  output: z.object({ deliveryId: Id }),
  refusals: refusals("webhook_disabled"),
  async run({ tx, ctx }, { id }) {
    const webhook = await lockWebhook(tx, ctx, id);
    if (!webhook) throw new NotFound("webhook", id);
    if (webhook.disabledAt) return refuse({ reason: "webhook_disabled", path: "" });
    const [data] = eventRows(ctx, [{ kind: "webhook.tested", subject: webhook.name }]).events;
    if (!data) throw new Error("An event has a row");
    const event = await tx.event.create({ data, select: { id: true } });
    const events = sql`
      SELECT id, order_id FROM events WHERE organization_id = ${ctx.organizationId}::uuid AND id = ${event.id}`;
    const [deliveryId] = await makeOf(tx, ctx, { webhookId: id, origin: "test", events });
    if (deliveryId === undefined) throw new Error("A test has a delivery");
    return ok({ deliveryId });
  },
});
