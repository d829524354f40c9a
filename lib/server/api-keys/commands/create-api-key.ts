import "server-only";
import { z } from "zod";
import { permissionsOfKey } from "@/lib/domain/api-key";
import { dayProblem, expiryDays } from "@/lib/domain/values/bounds";
import { addDays, localDay, startOfDay } from "@/lib/domain/values/day";
import { ok, refuse } from "@/lib/domain/values/result";
import { CreateApiKeyInput } from "@/lib/schemas/api-keys";
import { Id } from "@/lib/schemas/fields";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { record } from "../../kernel/record";
import { organizationTimeZone } from "../../organizations/day";
import { makeKeySecret } from "../secret";

/**
 * Creates a key, which is allowed nothing that its creator is not. This answers the secret once: a repeated request gets
 * none. See docs/domain.md, section 7, "API keys".
 */
export const createApiKey = command({
  name: "api-key.create",
  caller: staff("api-key:save"),
  input: CreateApiKeyInput,
  output: z.object({ id: Id, secret: z.string().nullable() }),
  refusals: refusals("date_out_of_range"),
  needs: permissionsOfKey,
  async run({ tx, ctx }, { name, role, scopes, expiresOn }) {
    const timeZone = await organizationTimeZone(tx, ctx);
    const problem = expiresOn && dayProblem("expiry", expiresOn, expiryDays(localDay(ctx.now, timeZone)));
    if (problem) return refuse({ ...problem, path: "expiresOn" });
    const expiresAt = expiresOn ? startOfDay(addDays(expiresOn, 1), timeZone) : null;

    const { secret, prefix, hash } = makeKeySecret();
    const { id } = await tx.apiKey.create({
      data: {
        organizationId: ctx.organizationId,
        ...{ name, role, scopes: [...(scopes ?? [])], expiresAt, prefix, hash },
        createdByName: ctx.actor.name,
        createdAt: ctx.now,
      },
      select: { id: true },
    });
    await record(tx, ctx, [
      { kind: "api_key.created", subject: name, after: { prefix, role, scopes, expiresOn } },
    ]);
    return ok({ id, secret });
  },
});
