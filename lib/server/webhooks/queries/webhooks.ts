import "server-only";
import { z } from "zod";
import type { EventKind } from "@/lib/domain/events/event";
import type { WebhookDisabledBy, WebhookForm } from "@/lib/domain/webhook";
import { listParameters } from "@/lib/schemas/fields";
import { read, sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { NotFound } from "../../kernel/errors";
import { isUuid, keyset, type Page } from "../../kernel/keyset";
import { rfc3339 } from "../../kernel/recorded";

/** Holds a webhook without its secret. */
export type WebhookRow = {
  id: string;
  name: string;
  url: string;
  types: EventKind[];
  form: WebhookForm;
  /** Is RFC 3339 in UTC, or null while it delivers. */
  disabledAt: string | null;
  disabledBy: WebhookDisabledBy | null;
  /** Is when the replaced secret stops signing, or null if no secret was replaced. */
  previousUntil: string | null;
  version: number;
};

const columns = sql`id, name, url, types, form, ${rfc3339(sql`disabled_at`)} AS "disabledAt", disabled_by AS "disabledBy",
  ${rfc3339(sql`previous_until`)} AS "previousUntil", version`;

/** Returns webhooks by name. */
export const listWebhooks = query({
  name: "webhook.list",
  caller: staff("webhook:save"),
  input: z.object({ cursor: listParameters.cursor, limit: listParameters.limit }),
  async run({ ctx }, { cursor, limit }): Promise<Page<WebhookRow>> {
    const pages = keyset({ key: sql`name`, keyType: "text", id: sql`id` }, { cursor, limit });
    const rows = await read(ctx).$queryRaw<WebhookRow[]>(sql`
      SELECT ${columns} FROM webhooks WHERE organization_id = ${ctx.organizationId}::uuid ${pages.where} ${pages.tail}`);
    return pages.page(rows, (row) => ({ key: row.name, id: row.id }));
  },
});

/** Returns a webhook. @throws NotFound */
export const getWebhook = query({
  name: "webhook.get",
  caller: staff("webhook:save"),
  input: z.string(),
  async run({ ctx }, id): Promise<WebhookRow> {
    const [row] = isUuid(id)
      ? await read(ctx).$queryRaw<WebhookRow[]>(sql`
          SELECT ${columns} FROM webhooks WHERE organization_id = ${ctx.organizationId}::uuid AND id = ${id}::uuid`)
      : [];
    if (!row) throw new NotFound("webhook", id);
    return row;
  },
});
