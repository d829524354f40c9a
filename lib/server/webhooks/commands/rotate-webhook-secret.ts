import "server-only";
import { z } from "zod";
import { ok } from "@/lib/domain/values/result";
import { rotationHours } from "@/lib/domain/webhook";
import { Id, Version } from "@/lib/schemas/fields";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { record } from "../../kernel/record";
import { seal } from "../../secrets/seal";
import { changeWebhook } from "../change";
import { makeWebhookSecret } from "../secret";

/**
 * Gives a webhook a new secret and answers it only here. The old one signs deliveries as well for a day, so that the receiver
 * can change over. @throws NotFound, Conflict
 */
export const rotateWebhookSecret = command({
  name: "webhook.rotate-secret",
  caller: staff("webhook:save"),
  input: z.strictObject({ id: Id, version: Version }),
  output: z.object({ secret: z.string().nullable(), previousUntil: z.iso.datetime() }),
  refusals: refusals(),
  async run({ tx, ctx }, seen) {
    const secret = makeWebhookSecret();
    const previousUntil = new Date(ctx.now.getTime() + rotationHours * 3_600_000);
    const sealed = await seal(ctx.organizationId, "webhook", secret);
    const { name } = await changeWebhook(tx, ctx, seen, ({ secret: previousSecret }) => ({
      secret: sealed,
      previousSecret,
      previousUntil,
    }));
    await record(tx, ctx, [{ kind: "webhook.secret_rotated", subject: name }]);
    return ok({ secret, previousUntil: previousUntil.toISOString() });
  },
});
