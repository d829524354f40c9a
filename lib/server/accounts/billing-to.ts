import "server-only";
import { ok, type Result } from "@/lib/domain/values/result";
import { type Ctx, may } from "../kernel/ctx";
import type { Tx } from "../kernel/db";
import { fieldRefusals, type RefusedBy, refuseField } from "../kernel/refusals";

export const billingToRefusals = fieldRefusals("unknown_billing_to", "decides_credit");
type BillingToRefusal = RefusedBy<typeof billingToRefusals>;

/**
 * The account to be invoiced is one of the same organization. Whose credit an account uses is decided with its credit
 * limit: whoever may not change that keeps who pays as well. See docs/domain.md, section 4.
 */
export async function checkBillingTo(
  tx: Tx,
  ctx: Ctx,
  billingToId: string | null,
  before: string | null,
): Promise<Result<null, BillingToRefusal>> {
  if (billingToId === before) return ok(null);
  if (!may(ctx, "credit-limit:save")) {
    const message =
      "Who pays for an account decides whose credit it uses. Ask an administrator to change it.";
    return refuseField("decides_credit", "billingToId", message);
  }
  if (billingToId === null) return ok(null);
  const account = await tx.account.findUnique({
    where: { organizationId_id: { organizationId: ctx.organizationId, id: billingToId } },
    select: { id: true },
  });
  return account
    ? ok(null)
    : refuseField("unknown_billing_to", "billingToId", "There is no such account. Choose one from the list.");
}
