import "server-only";
import type { Refused } from "@/lib/domain/refusals/refusal";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import type { Ctx } from "../kernel/ctx";
import { sql, type Tx } from "../kernel/db";

export const resellerRefusals = ["unknown_reseller", "orders_wait", "has_customers"] as const;
type ResellerRefusal = Refused<(typeof resellerRefusals)[number]>;

/** Checks that the reseller is an account of type reseller in the same organization. */
export async function checkReseller(
  tx: Tx,
  ctx: Ctx,
  resellerId: string | null,
): Promise<Result<null, ResellerRefusal>> {
  if (resellerId === null) return ok(null);
  const reseller = await tx.account.findUnique({
    where: { organizationId_id: { organizationId: ctx.organizationId, id: resellerId }, type: "reseller" },
    select: { id: true },
  });
  return reseller ? ok(null) : refuse({ reason: "unknown_reseller", path: "resellerId" });
}

type Partners = { type: "customer" | "reseller"; resellerId: string | null };

/** Refuses another reseller while orders wait for the present one, and another type while a reseller has customers. */
export async function checkPartners(
  tx: Tx,
  ctx: Ctx,
  account: Partners & { id: string },
  after: Partners,
): Promise<Result<null, ResellerRefusal>> {
  if (after.resellerId !== account.resellerId) {
    const [waiting] = await tx.$queryRaw<{ code: string }[]>(sql`
      SELECT code FROM orders
      WHERE organization_id = ${ctx.organizationId}::uuid AND account_id = ${account.id}::uuid AND parent_id IS NULL
        AND status_type = 'in_progress' AND status_storefront_type = 'pending_approval'
      ORDER BY order_date LIMIT 1`);
    if (waiting) return refuse({ reason: "orders_wait", order: waiting.code, path: "resellerId" });
  }
  if (account.type === "reseller" && after.type !== "reseller") {
    const customer = await tx.account.findFirst({
      where: { resellerId: account.id },
      select: { name: true },
    });
    if (customer) return refuse({ reason: "has_customers", customer: customer.name, path: "type" });
  }
  return ok(null);
}
