import "server-only";
import { z } from "zod";
import { ok } from "@/lib/domain/values/result";
import { Id, Version } from "@/lib/schemas/fields";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { record } from "../../kernel/record";
import { changeWebhook } from "../change";

/** Lets a disabled webhook deliver again. @throws NotFound, Conflict */
export const enableWebhook = command({
  name: "webhook.enable",
  caller: staff("webhook:save"),
  input: z.strictObject({ id: Id, version: Version }),
  output: z.object({ id: Id }),
  refusals: refusals(),
  async run({ tx, ctx }, seen) {
    const { name, wasDisabled } = await changeWebhook(tx, ctx, seen, () => ({
      disabledAt: null,
      disabledBy: null,
    }));
    if (!wasDisabled) return ok({ id: seen.id });
    await record(tx, ctx, [{ kind: "webhook.enabled", subject: name }]);
    return ok({ id: seen.id });
  },
});
