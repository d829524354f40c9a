import "server-only";
import { z } from "zod";
import type { EventKind } from "@/lib/domain/events/event";
import type { Silence } from "@/lib/domain/refusing/silence";
import { type DeliveryOrigin, type DeliveryState, deliveryStates } from "@/lib/domain/webhook";
import { Id, listParameters } from "@/lib/schemas/fields";
import { read, sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { filter, keyset, type Page } from "../../kernel/keyset";
import { rfc3339 } from "../../kernel/recorded";

/** Holds a delivery with its event. Times are RFC 3339 in UTC. */
export type DeliveryRow = {
  id: string;
  sequence: string;
  event: { id: string; type: EventKind; at: string; order: string | null };
  origin: DeliveryOrigin;
  state: DeliveryState;
  attempts: number;
  /** Is null while an earlier event of the same order waits, and after the end. */
  nextAttemptAt: string | null;
  lastStatus: number | null;
  /** Holds the beginning of the last answer. */
  lastAnswer: string | null;
  /** Says why there was no answer to the last attempt. */
  silence: Silence | null;
  createdAt: string;
  endedAt: string | null;
};

/** Returns the deliveries of a webhook, newest first. See docs/domain.md, section 10, "Webhooks". */
export const listDeliveries = query({
  name: "webhook.deliveries",
  caller: staff("webhook:save"),
  input: z.object({
    webhookId: Id,
    /** Is left out for all states, as anything else is. */
    state: z.enum(deliveryStates).optional().catch(undefined),
    cursor: listParameters.cursor,
    limit: listParameters.limit,
  }),
  async run({ ctx }, { webhookId, state, ...input }): Promise<Page<DeliveryRow>> {
    const key = sql`delivery.sequence`;
    const pages = keyset({ key, keyType: "bigint", id: key, idType: "bigint", descending: true }, input);
    const rows = await read(ctx).$queryRaw<DeliveryRow[]>(sql`
      SELECT delivery.id, delivery.sequence::text, origin, state, attempts, ${rfc3339(sql`next_attempt_at`)} AS "nextAttemptAt",
        last_status AS "lastStatus", last_answer AS "lastAnswer", last_silence AS silence,
        ${rfc3339(sql`delivery.created_at`)} AS "createdAt",
        ${rfc3339(sql`ended_at`)} AS "endedAt",
        jsonb_build_object('id', event_id::text, 'type', kind, 'at', ${rfc3339(sql`events.at`)}, 'order', orders.code) AS event
      FROM webhook_deliveries AS delivery
      JOIN events ON events.organization_id = delivery.organization_id AND events.id = delivery.event_id
      LEFT JOIN orders ON orders.organization_id = delivery.organization_id AND orders.id = delivery.order_id
      WHERE delivery.organization_id = ${ctx.organizationId}::uuid AND webhook_id = ${webhookId}::uuid
        ${filter(sql`state = ${state}::webhook_delivery_state`, state)} ${pages.where} ${pages.tail}`);
    return pages.page(rows, ({ sequence }) => ({ key: sequence, id: sequence }));
  },
});
