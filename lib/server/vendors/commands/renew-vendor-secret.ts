import "server-only";
import { z } from "zod";
import { ok } from "@/lib/domain/values/result";
import { Id, Version } from "@/lib/schemas/fields";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { Conflict, NotFound } from "../../kernel/errors";
import { record } from "../../kernel/record";
import { makeSecret } from "../../outside/signature";
import { seal } from "../../secrets/seal";

const RenewVendorSecretInput = z.strictObject({ id: Id, version: Version });

/**
 * Gives a vendor a new secret and answers it only here, and not to a repeated request. The old one no longer counts in either direction. @throws NotFound,
 * Conflict
 */
export const renewVendorSecret = command({
  name: "vendor.renew-secret",
  caller: staff("vendor:save"),
  input: RenewVendorSecretInput,
  output: z.object({ secret: z.string().nullable() }),
  refusals: refusals(),
  async run({ tx, ctx }, { id, version }) {
    const key = { organizationId_id: { organizationId: ctx.organizationId, id } };
    const vendor = await tx.vendor.findUnique({ where: key, select: { name: true } });
    if (!vendor) throw new NotFound("vendor", id);
    const secret = makeSecret();
    const { count } = await tx.vendor.updateMany({
      where: { id, version },
      data: { secret: await seal(ctx.organizationId, "vendor", secret), version: { increment: 1 } },
    });
    if (count === 0) throw new Conflict(vendor.name);
    await record(tx, ctx, [{ kind: "vendor.secret_renewed", subject: vendor.name }]);
    return ok({ secret });
  },
});
