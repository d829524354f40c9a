import "server-only";
import { ok, type Result } from "@/lib/domain/result";
import { CreateVendorInput } from "@/lib/schemas/vendors";
import { type Ctx, requirePermission } from "../kernel/ctx";
import { recordAudit } from "../kernel/history";
import { transaction } from "../kernel/transaction";
import { makeSecret } from "../outside/signature";
import { checkedVendor, refusingTakenName, type VendorRefusal } from "./checked";

/** Sets up a vendor. Its secret is answered here and never again: docs/domain.md, section 3, "Calls". */
export async function createVendor(
  ctx: Ctx,
  raw: unknown,
): Promise<Result<{ id: string; secret: string }, VendorRefusal>> {
  requirePermission(ctx, "vendor:save");
  const { secret: given, ...input } = CreateVendorInput.parse(raw);
  const checked = checkedVendor(input);
  if (!checked.ok) return checked;

  const secret = given ?? makeSecret();
  return refusingTakenName(input.name, () =>
    transaction(ctx, async (tx) => {
      const { organizationId } = ctx;
      const data = { organizationId, ...input, secret, createdAt: ctx.now };
      const { id } = await tx.vendor.create({ data, select: { id: true } });
      await recordAudit(tx, ctx, { event: "vendor_created", subject: input.name, after: input });
      return ok({ id, secret });
    }),
  );
}
