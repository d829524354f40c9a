import "server-only";
import type { WebhookForm } from "@/lib/domain/webhook";
import type { Ctx } from "../kernel/ctx";
import { sql, type Tx } from "../kernel/db";

/** Holds what a call of the receiver needs. */
export type ReceivingWebhook = {
  url: string;
  form: WebhookForm;
  secret: string;
  previousSecret: string | null;
  previousUntil: Date | null;
};

export const receivingColumns = sql`
  url, form, secret, previous_secret AS "previousSecret", previous_until AS "previousUntil"`;

export type LockedWebhook = ReceivingWebhook & {
  name: string;
  types: string[];
  disabledAt: Date | null;
  position: string;
  eventId: string;
};

/** Locks a webhook, which whatever makes its deliveries or disables it does first. Returns undefined if it was deleted. */
export async function lockWebhook(tx: Tx, ctx: Ctx, id: string): Promise<LockedWebhook | undefined> {
  const [webhook] = await tx.$queryRaw<LockedWebhook[]>(sql`
    SELECT name, types, ${receivingColumns}, disabled_at AS "disabledAt", position::text, event_id::text AS "eventId"
    FROM webhooks WHERE organization_id = ${ctx.organizationId}::uuid AND id = ${id}::uuid FOR UPDATE`);
  return webhook;
}
