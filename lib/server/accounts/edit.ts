import "server-only";
import { ok, type Result } from "@/lib/domain/result";
import { EditAccountInput } from "@/lib/schemas/accounts";
import { changedFacts } from "../kernel/changed-facts";
import { type Ctx, requirePermission } from "../kernel/ctx";
import { type Prisma, sql } from "../kernel/db";
import { Conflict, NotFound } from "../kernel/errors";
import { recordAccountHistory } from "../kernel/history";
import { transaction } from "../kernel/transaction";
import { type BillingToRefusal, checkBillingTo } from "./billing-to";
import { accountFacts } from "./facts";
import { openOrdersOf } from "./open-orders";
import { checkPartners, checkReseller, type ResellerRefusal } from "./reseller";
import { checkSameName, type NameUsed } from "./same-name";

export type EditedAccount = {
  id: string;
  /** Open orders that wait since this edit has deactivated the account; see openOrdersOf. */
  held: number;
};

const checked = {
  name: true,
  billingToId: true,
  creditLimit: true,
  type: true,
  resellerId: true,
  active: true,
} as const;

/** Changes an account; orders and invoices that exist keep what they say. @throws NotFound, Conflict */
export async function editAccount(
  ctx: Ctx,
  raw: unknown,
): Promise<Result<EditedAccount, BillingToRefusal | ResellerRefusal | NameUsed>> {
  requirePermission(ctx, "account:save");
  const { id, version, despiteAccountId, ...input } = EditAccountInput.parse(raw);

  return transaction(ctx, async (tx) => {
    const key = { organizationId_id: { organizationId: ctx.organizationId, id } };
    const now = await tx.account.findUnique({ where: key, select: { name: true } });
    if (now && now.name !== input.name) {
      const name = await checkSameName(tx, ctx, { id, name: input.name, despiteAccountId });
      if (!name.ok) return name;
    }
    // An order that is being placed by it comes first: whom it waits for is settled then.
    await tx.$queryRaw(sql`
      SELECT id FROM accounts WHERE organization_id = ${ctx.organizationId}::uuid AND id = ${id}::uuid
      FOR NO KEY UPDATE`);
    const before = await tx.account.findUnique({ where: key, select: checked });
    if (!before) throw new NotFound("account", id);
    if (changesLimit(before.creditLimit, input.creditLimit)) requirePermission(ctx, "credit-limit:save");
    const factsBefore = await accountFacts(tx, ctx, id);
    const billingTo = await checkBillingTo(tx, ctx, input.billingToId, before.billingToId);
    if (!billingTo.ok) return billingTo;
    const reseller = await checkReseller(tx, ctx, input.resellerId);
    if (!reseller.ok) return reseller;
    const partners = await checkPartners(tx, ctx, { id, ...before }, input);
    if (!partners.ok) return partners;

    const { count } = await tx.account.updateMany({
      where: { id, version },
      data: { ...input, version: { increment: 1 } },
    });
    if (count === 0) throw new Conflict(before.name);

    const changed = changedFacts(factsBefore, await accountFacts(tx, ctx, id));
    if (changed) await recordAccountHistory(tx, ctx, { accountId: id, event: "edited", ...changed });
    return ok({ id, held: before.active && !input.active ? await openOrdersOf(ctx, id, tx) : 0 });
  });
}

/** Left out it stays, null is unlimited. */
function changesLimit(before: Prisma.Decimal | null, after: string | null | undefined): boolean {
  if (after === undefined) return false;
  return before === null || after === null ? before !== after : !before.equals(after);
}
