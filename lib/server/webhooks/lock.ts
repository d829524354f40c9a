import "server-only";
import type { WebhookForm } from "@/lib/domain/webhook";
import type { Ctx } from "../kernel/ctx";
import { sql, type Tx } from "../kernel/db";

export type LockedWebhook = {
  name: string;
  url: string;
  types: string[];
  form: WebhookForm;
  secret: string;
  previousSecret: string | null;
  previousUntil: Date | null;
  disabledAt: Date | null;
  position: string;
  eventId: string;
};

/** Locks a webhook, which whatever makes or ends its deliveries does first. Returns undefined if it was deleted. */
export async function lockWebhook(tx: Tx, ctx: Ctx, id: string): Promise<LockedWebhook | undefined> {
  const [webhook] = await tx.$queryRaw<LockedWebhook[]>(sql`
    SELECT name, url, types, form, secret, previous_secret AS "previousSecret", previous_until AS "previousUntil",
      disabled_at AS "disabledAt", position::text, event_id::text AS "eventId"
    FROM webhooks WHERE organization_id = ${ctx.organizationId}::uuid AND id = ${id}::uuid FOR UPDATE`);
  return webhook;
}
