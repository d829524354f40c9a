import "server-only";
import { ok, type Result } from "@/lib/domain/result";
import type { Ctx } from "../ctx";
import type { Tx } from "../db";
import { type FieldRefusal, refuseField } from "../field-refusal";

/** The account to be invoiced is one of the same organization. */
export async function checkBillingTo(
  tx: Tx,
  ctx: Ctx,
  billingToId: string | null,
): Promise<Result<null, FieldRefusal<"unknown_billing_to">>> {
  if (billingToId === null) return ok(null);
  const account = await tx.account.findUnique({
    where: { organizationId_id: { organizationId: ctx.organizationId, id: billingToId } },
    select: { id: true },
  });
  return account
    ? ok(null)
    : refuseField("unknown_billing_to", "billingToId", "There is no such account. Choose one from the list.");
}
