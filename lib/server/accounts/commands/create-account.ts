import "server-only";
import { z } from "zod";
import { newAccountLimit } from "@/lib/domain/account";
import { amount } from "@/lib/domain/values/money";
import { ok } from "@/lib/domain/values/result";
import { AccountFields, resellerHasNone } from "@/lib/schemas/accounts";
import { readingVatId } from "@/lib/schemas/address";
import { Id } from "@/lib/schemas/fields";
import { requirePermission } from "../../kernel/ctx";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { record } from "../../kernel/record";
import { billingToRefusals, checkBillingTo } from "../billing-to";
import { accountFacts } from "../facts";
import { checkReseller, resellerRefusals } from "../reseller";
import { checkSameName } from "../same-name";

export const CreateAccountInput = z
  .strictObject(AccountFields)
  .superRefine(resellerHasNone)
  .transform(readingVatId);

export type CreateAccountInput = z.input<typeof CreateAccountInput>;

/**
 * Adds an account with the organization's next number; only a caller who may decide about credit can let it owe or choose
 * another payer. Refuses the name of another account once. See docs/domain.md, sections 2 and 4.
 */
export const createAccount = command({
  name: "account.create",
  caller: staff("account:save"),
  input: CreateAccountInput,
  output: z.object({ id: Id, code: z.string() }),
  refusals: refusals(...billingToRefusals, ...resellerRefusals, "name_used"),
  async run({ tx, ctx }, { creditLimit = newAccountLimit, despiteAccountId, ...input }) {
    if (creditLimit === null || !amount(creditLimit).equals(newAccountLimit)) {
      requirePermission(ctx, "credit-limit:save");
    }
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
    await record(tx, ctx, [{ accountId: account.id, kind: "account.created", after }]);
    return ok(account);
  },
});
