import "server-only";
import { z } from "zod";
import { ok } from "@/lib/domain/values/result";
import { Id, Version } from "@/lib/schemas/fields";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { record } from "../../kernel/record";
import { changeWebhook } from "../change";

/** Deletes a webhook with its secrets. The audit log keeps that there was one. @throws NotFound, Conflict */
export const deleteWebhook = command({
  name: "webhook.delete",
  caller: staff("webhook:save"),
  input: z.strictObject({ id: Id, version: Version }),
  output: z.object({ id: Id }),
  refusals: refusals(),
  async run({ tx, ctx }, { id, version }) {
    const { name, facts } = await changeWebhook(tx, ctx, { id, version }, () => ({}));
    await tx.webhook.delete({
      where: { organizationId_id: { organizationId: ctx.organizationId, id } },
      select: { id: true },
    });
    await record(tx, ctx, [{ kind: "webhook.deleted", subject: name, before: facts }]);
    return ok({ id });
  },
});
