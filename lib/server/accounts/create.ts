import "server-only";
import { newAccountLimit } from "@/lib/domain/account";
import { amount } from "@/lib/domain/money";
import { ok, type Result } from "@/lib/domain/result";
import { CreateAccountInput } from "@/lib/schemas/accounts";
import { type Ctx, requirePermission } from "../kernel/ctx";
import { recordAccountHistory } from "../kernel/history";
import { transaction } from "../kernel/transaction";
import { type BillingToRefusal, checkBillingTo } from "./billing-to";
import { accountFacts } from "./facts";
import { checkReseller, type ResellerRefusal } from "./reseller";
import { checkSameName, type NameUsed } from "./same-name";

/**
 * Adds an account, numbered by the organization. It may never owe and pays for itself, unless whoever adds it may
 * decide about credit. The name of another account is refused once. See docs/domain.md, sections 2 and 4.
 */
export async function createAccount(
  ctx: Ctx,
  raw: unknown,
): Promise<Result<{ id: string; code: string }, BillingToRefusal | ResellerRefusal | NameUsed>> {
  requirePermission(ctx, "account:save");
  const { creditLimit = newAccountLimit, despiteAccountId, ...input } = CreateAccountInput.parse(raw);
  if (creditLimit === null || !amount(creditLimit).equals(newAccountLimit)) {
    requirePermission(ctx, "credit-limit:save");
  }

  return transaction(ctx, async (tx) => {
    const name = await checkSameName(tx, ctx, { name: input.name, despiteAccountId });
    if (!name.ok) return name;
    const billingTo = await checkBillingTo(tx, ctx, input.billingToId, null);
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
      data: { organizationId: ctx.organizationId, code, ...input, creditLimit, createdAt: ctx.now },
      select: { id: true, code: true },
    });
    const after = await accountFacts(tx, ctx, account.id);
    await recordAccountHistory(tx, ctx, { accountId: account.id, event: "created", after });
    return ok(account);
  });
}
