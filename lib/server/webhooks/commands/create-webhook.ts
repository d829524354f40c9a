import "server-only";
import { z } from "zod";
import { ok } from "@/lib/domain/values/result";
import { webhookForms } from "@/lib/domain/webhook";
import { Id } from "@/lib/schemas/fields";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { record } from "../../kernel/record";
import { seal } from "../../secrets/seal";
import { checkedWebhook, nameTaken, webhookRefusals } from "../checked";
import { WebhookFields } from "../fields";
import { makeWebhookSecret } from "../secret";

/**
 * Sets up a webhook, which is told of what happens from now on. Its secret is answered here and never again: docs/domain.md, section 10, "Webhooks".
 */
export const createWebhook = command({
  name: "webhook.create",
  caller: staff("webhook:save"),
  input: z.strictObject({ ...WebhookFields, form: z.enum(webhookForms).default("standard") }),
  output: z.object({ id: Id, secret: z.string().nullable() }),
  refusals: refusals(...webhookRefusals),
  taken: ({ name }) => nameTaken(name),
  async run({ tx, ctx }, input) {
    const checked = checkedWebhook(input);
    if (!checked.ok) return checked;
    const { organizationId, now: createdAt } = ctx;
    const { name, url, types } = input;
    const secret = makeWebhookSecret();
    const [now] = await tx.$queryRaw<{ horizon: bigint }[]>`SELECT event_horizon() AS horizon`;
    const sealed = await seal(organizationId, "webhook", secret);
    const data = { organizationId, ...input, secret: sealed, createdAt, position: now?.horizon ?? 0n };
    const { id } = await tx.webhook.create({ data, select: { id: true } });
    await record(tx, ctx, [{ kind: "webhook.created", subject: input.name, after: { name, url, types } }]);
    return ok({ id, secret });
  },
});
