import "server-only";
import { ok, type Result } from "@/lib/domain/values/result";
import type { Ctx } from "../kernel/ctx";
import { sql, type Tx } from "../kernel/db";
import { fieldRefusals, type RefusedBy, refuseField } from "../kernel/refusals";

export const resellerRefusals = fieldRefusals("unknown_reseller", "orders_wait", "has_customers");
type ResellerRefusal = RefusedBy<typeof resellerRefusals>;

/** The reseller is an account of type reseller in the same organization. */
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
  const message = "There is no such reseller. Choose one from the list.";
  return reseller ? ok(null) : refuseField("unknown_reseller", "resellerId", message);
}

type Partners = { type: "customer" | "reseller"; resellerId: string | null };

/** Orders that wait for a reseller keep that one, and a reseller with customers stays one. */
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
    const message = `Order ${waiting?.code} waits for this account's reseller. Have it approved or canceled first.`;
    if (waiting) return refuseField("orders_wait", "resellerId", message);
  }
  if (account.type === "reseller" && after.type !== "reseller") {
    const customer = await tx.account.findFirst({
      where: { resellerId: account.id },
      select: { name: true },
    });
    const message = `${customer?.name} is a customer of this reseller. Give its customers another reseller first.`;
    if (customer) return refuseField("has_customers", "type", message);
  }
  return ok(null);
}
