import "server-only";
import { ok, refuse } from "@/lib/domain/values/result";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";

/** Returns the name of the vendor that provisions a product, or nothing if it names none. */
export async function findVendor(tx: Tx, ctx: Ctx, id: string | null) {
  if (id === null) return ok(null);
  const vendor = await tx.vendor.findUnique({
    where: { organizationId_id: { organizationId: ctx.organizationId, id } },
    select: { name: true },
  });
  if (vendor) return ok(vendor.name);
  return refuse({ reason: "unknown_vendor", path: "vendorId" });
}
