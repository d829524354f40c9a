import "server-only";
import { ok, type Result } from "@/lib/domain/result";
import { RenewVendorSecretInput } from "@/lib/schemas/vendors";
import { type Ctx, requirePermission } from "../kernel/ctx";
import { Conflict, NotFound } from "../kernel/errors";
import { recordAudit } from "../kernel/history";
import { transaction } from "../kernel/transaction";
import { makeSecret } from "../outside/signature";

/**
 * Gives a vendor a new secret, answered here and never again. The old one counts no more, in either direction.
 * @throws NotFound, Conflict
 */
export async function renewVendorSecret(ctx: Ctx, raw: unknown): Promise<Result<{ secret: string }, never>> {
  requirePermission(ctx, "vendor:save");
  const { id, version } = RenewVendorSecretInput.parse(raw);

  return transaction(ctx, async (tx) => {
    const key = { organizationId_id: { organizationId: ctx.organizationId, id } };
    const vendor = await tx.vendor.findUnique({ where: key, select: { name: true } });
    if (!vendor) throw new NotFound("vendor", id);
    const secret = makeSecret();
    const { count } = await tx.vendor.updateMany({
      where: { id, version },
      data: { secret, version: { increment: 1 } },
    });
    if (count === 0) throw new Conflict(vendor.name);
    await recordAudit(tx, ctx, { event: "vendor_secret_renewed", subject: vendor.name });
    return ok({ secret });
  });
}
