import "server-only";
import { z } from "zod";
import { ok, refuse } from "@/lib/domain/values/result";
import { Version } from "@/lib/schemas/fields";
import { Endpoint, Seconds, Secret } from "@/lib/schemas/vendors";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { Conflict } from "../../kernel/errors";
import { record } from "../../kernel/record";
import { endpointFault } from "../../outside/endpoint-fault";
import { makeSecret } from "../../outside/signature";
import { seal } from "../../secrets/seal";

/** Configures the external credit check. See docs/domain.md, section 4. */
const SaveCreditCheckInput = z.strictObject({
  enabled: z.boolean(),
  endpoint: Endpoint,
  timeoutSeconds: Seconds.default(5),
  /** Holds the agency's own secret. Blank makes one the first time, and keeps the present one afterwards. */
  secret: Secret.nullable().default(null),
  /** Makes another secret. */
  renewSecret: z.boolean().default(false),
  /** Is blank the first time. */
  version: Version.nullable().default(null),
});

const recorded = { enabled: true, endpoint: true, timeoutSeconds: true } as const;

/**
 * Sets whether, where and how an outside agency checks credit before an order is invoiced, from the next execution on. A new
 * secret is returned once and never again. See docs/domain.md, section 4. @throws Conflict
 */
export const saveCreditCheck = command({
  name: "credit-check.save",
  caller: staff("credit-check:save"),
  input: SaveCreditCheckInput,
  output: z.object({ secret: z.string().nullable() }),
  refusals: refusals("endpoint_not_allowed"),
  taken() {
    throw new Conflict("The credit check");
  },
  async run({ tx, ctx }, { version, secret: given, renewSecret, ...input }) {
    const why = endpointFault(input.endpoint);
    if (why) return refuse({ reason: "endpoint_not_allowed", why, path: "endpoint" });

    const made = given === null && (version === null || renewSecret) ? makeSecret() : null;
    const { organizationId } = ctx;
    const replaced = given ?? made;
    const secret = replaced && (await seal(organizationId, "credit_check", replaced));
    const before = await tx.creditCheck.findFirst({ select: recorded });
    if (version === null) {
      await tx.creditCheck.create({ data: { organizationId, ...input, secret: secret as string } });
    } else {
      const { count } = await tx.creditCheck.updateMany({
        where: { version },
        data: { ...input, ...(secret && { secret }), version: { increment: 1 } },
      });
      if (count === 0) throw new Conflict("The credit check");
    }
    const after = { ...input, ...(secret && { secretReplaced: true as const }) };
    await record(tx, ctx, [
      { kind: "credit_check.saved", subject: "Credit check", ...(before && { before }), after },
    ]);
    return ok({ secret: made });
  },
});
