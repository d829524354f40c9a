import "server-only";
import { ok } from "@/lib/domain/values/result";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";
import { refuseField } from "../kernel/refusals";

/** The name of the vendor that a product is to be provisioned by; nothing if it names none. */
export async function findVendor(tx: Tx, ctx: Ctx, id: string | null) {
  if (id === null) return ok(null);
  const vendor = await tx.vendor.findUnique({
    where: { organizationId_id: { organizationId: ctx.organizationId, id } },
    select: { name: true },
  });
  if (vendor) return ok(vendor.name);
  return refuseField("unknown_vendor", "vendorId", "There is no such vendor. Choose one from the list.");
}
