import "server-only";
import { z } from "zod";
import { keyState, overlaps, permissionsOfKey } from "@/lib/domain/api-key";
import { ok, refuse } from "@/lib/domain/values/result";
import { RotateApiKeyInput } from "@/lib/schemas/api-keys";
import { requirePermission } from "../../kernel/ctx";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { Conflict } from "../../kernel/errors";
import { record } from "../../kernel/record";
import { grantOf } from "../grant";
import { lockKey } from "../lock";
import { makeKeySecret } from "../secret";

/**
 * Gives a key a new secret, which is answered only here. The secret until now counts for the overlap, and an older one no
 * longer. The caller could use the new secret, so they need all permissions of the key. @throws NotFound, Conflict
 */
export const rotateApiKey = command({
  name: "api-key.rotate",
  caller: staff("api-key:save"),
  input: RotateApiKeyInput,
  output: z.object({ id: z.uuid(), secret: z.string().nullable() }),
  refusals: refusals("api_key_ended"),
  async run({ tx, ctx }, { id, version, overlap }) {
    const key = await lockKey(tx, ctx, id);
    for (const permission of permissionsOfKey(grantOf(key))) requirePermission(ctx, permission);
    const state = keyState(key, ctx.now);
    if (state !== "active") return refuse({ reason: "api_key_ended", state, path: "" });
    if (key.version !== version) throw new Conflict(key.name);

    const { secret, prefix, hash } = makeKeySecret();
    const stays = overlaps[overlap];
    const previousUntil = stays === 0 ? null : new Date(ctx.now.getTime() + stays);
    await tx.apiKey.updateMany({
      where: { id },
      data: {
        ...{ hash, prefix, previousUntil, previousHash: previousUntil && key.hash },
        version: { increment: 1 },
      },
    });
    const after = { prefix, overlap };
    await record(tx, ctx, [
      { kind: "api_key.rotated", subject: key.name, before: { prefix: key.prefix }, after },
    ]);
    return ok({ id, secret });
  },
});
