import "server-only";
import { z } from "zod";
import { ok } from "@/lib/domain/values/result";
import { Id, Version } from "@/lib/schemas/fields";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { record } from "../../kernel/record";
import { changeWebhook } from "../change";
import { checkedWebhook, nameTaken, webhookRefusals } from "../checked";
import { WebhookFields } from "../fields";

/** Changes where a webhook delivers and what it is told of; its secret stays. @throws NotFound, Conflict */
export const editWebhook = command({
  name: "webhook.edit",
  caller: staff("webhook:save"),
  input: z.strictObject({ ...WebhookFields, id: Id, version: Version }),
  output: z.object({ id: Id }),
  refusals: refusals(...webhookRefusals),
  taken: ({ name }) => nameTaken(name),
  async run({ tx, ctx }, { id, version, ...input }) {
    const checked = checkedWebhook(input);
    if (!checked.ok) return checked;
    const { facts } = await changeWebhook(tx, ctx, { id, version }, () => input);
    await record(tx, ctx, [{ kind: "webhook.edited", subject: input.name, before: facts, after: input }]);
    return ok({ id });
  },
});
