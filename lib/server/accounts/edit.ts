import "server-only";
import { ok, type Result } from "@/lib/domain/result";
import { EditAccountInput } from "@/lib/schemas/accounts";
import { type Ctx, requirePermission } from "../ctx";
import { sql } from "../db";
import { Conflict, NotFound } from "../errors";
import type { FieldRefusal } from "../field-refusal";
import { recordAudit } from "../history";
import { transaction } from "../transaction";
import { checkBillingTo } from "./billing-to";
import { openOrdersOf } from "./open-orders";
import { checkPartners, checkReseller, type ResellerRefusal } from "./reseller";

const recorded = {
  name: true,
  email: true,
  language: true,
  country: true,
  billingToId: true,
  creditLimit: true,
  type: true,
  resellerId: true,
  orderApproval: true,
  active: true,
} as const;

export type EditedAccount = {
  id: string;
  /** Open orders that wait since this edit has deactivated the account; see openOrdersOf. */
  held: number;
};

/** Changes an account; orders and invoices that exist keep what they say. @throws NotFound, Conflict */
export async function editAccount(
  ctx: Ctx,
  raw: unknown,
): Promise<Result<EditedAccount, FieldRefusal<"unknown_billing_to"> | ResellerRefusal>> {
  requirePermission(ctx, "account:save");
  const { id, version, ...input } = EditAccountInput.parse(raw);

  return transaction(ctx, async (tx) => {
    const key = { organizationId_id: { organizationId: ctx.organizationId, id } };
    // An order that is being placed by it comes first: whom it waits for is settled then.
    await tx.$queryRaw(sql`
      SELECT id FROM accounts WHERE organization_id = ${ctx.organizationId}::uuid AND id = ${id}::uuid
      FOR NO KEY UPDATE`);
    const before = await tx.account.findUnique({ where: key, select: { code: true, ...recorded } });
    if (!before) throw new NotFound("account", id);
    const billingTo = await checkBillingTo(tx, ctx, input.billingToId);
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

    const { code, creditLimit, ...values } = before;
    await recordAudit(tx, ctx, {
      event: "account_edited",
      subject: code,
      before: { ...values, creditLimit: creditLimit?.toString() ?? null },
      after: input,
    });
    return ok({ id, held: before.active && !input.active ? await openOrdersOf(ctx, id, tx) : 0 });
  });
}
