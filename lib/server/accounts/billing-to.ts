import "server-only";
import type { Refused } from "@/lib/domain/refusals/refusal";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import { type Ctx, may } from "../kernel/ctx";
import type { Tx } from "../kernel/db";

export const billingToRefusals = ["unknown_billing_to", "decides_credit"] as const;
type BillingToRefusal = Refused<(typeof billingToRefusals)[number]>;

/**
 * Checks that the account to be invoiced belongs to the same organization. Refuses a change of it without the right to change
 * credit limits, because it decides whose credit is used. See docs/domain.md, section 4.
 */
export async function checkBillingTo(
  tx: Tx,
  ctx: Ctx,
  billingToId: string | null,
  before: string | null,
): Promise<Result<null, BillingToRefusal>> {
  if (billingToId === before) return ok(null);
  if (!may(ctx, "credit-limit:save")) {
    return refuse({ reason: "decides_credit", path: "billingToId" });
  }
  if (billingToId === null) return ok(null);
  const account = await tx.account.findUnique({
    where: { organizationId_id: { organizationId: ctx.organizationId, id: billingToId } },
    select: { id: true },
  });
  return account ? ok(null) : refuse({ reason: "unknown_billing_to", path: "billingToId" });
}
