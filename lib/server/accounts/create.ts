import "server-only";
import { ok, type Result } from "@/lib/domain/result";
import { CreateAccountInput } from "@/lib/schemas/accounts";
import { type Ctx, requirePermission } from "../ctx";
import type { FieldRefusal } from "../field-refusal";
import { recordAudit } from "../history";
import { transaction } from "../transaction";
import { checkBillingTo } from "./billing-to";
import { checkReseller, type ResellerRefusal } from "./reseller";

/** Adds an account, numbered by the organization: docs/domain.md, sections 2 and 4. */
export async function createAccount(
  ctx: Ctx,
  raw: unknown,
): Promise<Result<{ id: string; code: string }, FieldRefusal<"unknown_billing_to"> | ResellerRefusal>> {
  requirePermission(ctx, "account:save");
  const input = CreateAccountInput.parse(raw);

  return transaction(ctx, async (tx) => {
    const billingTo = await checkBillingTo(tx, ctx, input.billingToId);
    if (!billingTo.ok) return billingTo;
    const reseller = await checkReseller(tx, ctx, input.resellerId);
    if (!reseller.ok) return reseller;

    const { nextAccountNumber } = await tx.organization.update({
      where: { id: ctx.organizationId },
      data: { nextAccountNumber: { increment: 1 } },
      select: { nextAccountNumber: true },
    });
    const code = `A${nextAccountNumber - 1n}`;
    const account = await tx.account.create({
      data: { organizationId: ctx.organizationId, code, ...input, createdAt: ctx.now },
      select: { id: true, code: true },
    });
    const after = { name: input.name, creditLimit: input.creditLimit };
    await recordAudit(tx, ctx, { event: "account_created", subject: code, after });
    return ok(account);
  });
}
