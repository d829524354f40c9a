import "server-only";
import { paysByItself } from "@/lib/domain/account";
import type { FieldProblem } from "@/lib/domain/order/refusal";
import { type Ctx, may } from "../../kernel/ctx";

/** May this person have an order of the account invoiced to another one? See docs/domain.md, section 4. */
export function mayInvoice(
  ctx: Ctx,
  account: { id: string; billingToId: string | null },
  billingToId: string,
): boolean {
  return paysByItself(account, billingToId) || may(ctx, "credit-limit:save");
}

export const otherPayer: FieldProblem = {
  path: ["billingToId"],
  message:
    "Only the account itself or the account that pays for it can be invoiced. Choose one of them, or ask an administrator.",
};
