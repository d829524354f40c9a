import "server-only";
import { paysByItself } from "@/lib/domain/account";
import type { FieldRefusal } from "@/lib/domain/refusing/field-refusal";
import { type Ctx, may } from "../../kernel/ctx";

/**
 * Tells whether this person may have an order of the account invoiced to another one. See docs/domain.md, section 4.
 */
export function mayInvoice(
  ctx: Ctx,
  account: { id: string; billingToId: string | null },
  billingToId: string,
): boolean {
  return paysByItself(account, billingToId) || may(ctx, "credit-limit:save");
}

export const otherPayer: FieldRefusal = { reason: "other_payer", path: "billingToId" };
