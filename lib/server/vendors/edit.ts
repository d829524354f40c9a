import "server-only";
import { ok, type Result } from "@/lib/domain/result";
import { EditVendorInput } from "@/lib/schemas/vendors";
import { type Ctx, requirePermission } from "../kernel/ctx";
import { Conflict, NotFound } from "../kernel/errors";
import { recordAudit } from "../kernel/history";
import { transaction } from "../kernel/transaction";
import { checkedVendor, refusingTakenName, type VendorRefusal } from "./checked";

const recorded = {
  name: true,
  endpoint: true,
  preCheck: true,
  timeoutSeconds: true,
  callbackMinutes: true,
} as const;

/** Changes how a vendor is asked, from its next call on; its secret stays. @throws NotFound, Conflict */
export async function editVendor(ctx: Ctx, raw: unknown): Promise<Result<{ id: string }, VendorRefusal>> {
  requirePermission(ctx, "vendor:save");
  const { id, version, ...input } = EditVendorInput.parse(raw);
  const checked = checkedVendor(input);
  if (!checked.ok) return checked;

  return refusingTakenName(input.name, () =>
    transaction(ctx, async (tx) => {
      const key = { organizationId_id: { organizationId: ctx.organizationId, id } };
      const before = await tx.vendor.findUnique({ where: key, select: recorded });
      if (!before) throw new NotFound("vendor", id);
      const { count } = await tx.vendor.updateMany({
        where: { id, version },
        data: { ...input, version: { increment: 1 } },
      });
      if (count === 0) throw new Conflict(before.name);
      await recordAudit(tx, ctx, { event: "vendor_edited", subject: input.name, before, after: input });
      return ok({ id });
    }),
  );
}
