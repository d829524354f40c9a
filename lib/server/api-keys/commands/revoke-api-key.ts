import "server-only";
import { z } from "zod";
import { ok } from "@/lib/domain/values/result";
import { RevokeApiKeyInput } from "@/lib/schemas/api-keys";
import { Id } from "@/lib/schemas/fields";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { record } from "../../kernel/record";
import { lockKey } from "../lock";

/**
 * Ends a key at once and for good, with every secret that it has. It takes no version, since a key must be revocable whatever
 * has changed. @throws NotFound
 */
export const revokeApiKey = command({
  name: "api-key.revoke",
  caller: staff("api-key:save"),
  input: RevokeApiKeyInput,
  output: z.object({ id: Id }),
  refusals: refusals(),
  async run({ tx, ctx }, { id }) {
    const key = await lockKey(tx, ctx, id);
    if (key.revokedAt) return ok({ id });
    await tx.apiKey.updateMany({
      where: { id },
      data: { revokedAt: ctx.now, version: { increment: 1 } },
    });
    await record(tx, ctx, [{ kind: "api_key.revoked", subject: key.name, after: { prefix: key.prefix } }]);
    return ok({ id });
  },
});
