import "server-only";
import { webhookDisabledNotice } from "@/lib/domain/messages/notice";
import type { WebhookDisabledBy } from "@/lib/domain/webhook";
import { config } from "../kernel/config";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";
import { noticeToThoseWho } from "../messages/notice";

/** Writes to the administrators that a webhook was disabled, in the transaction in which that happens. */
export async function tellDisabled(
  tx: Tx,
  ctx: Ctx,
  { id, name: webhook }: { id: string; name: string },
  disabledBy: WebhookDisabledBy,
): Promise<void> {
  const path = `/setup/webhooks/${id}`;
  const url = `${config().publicUrl}${path}`;
  await noticeToThoseWho(
    tx,
    ctx,
    "webhook:save",
    { type: "webhook_disabled", path },
    (recipient, organization) => webhookDisabledNotice(recipient, { webhook, disabledBy, organization, url }),
  );
}
