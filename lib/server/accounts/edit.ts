import "server-only";
import { ok, type Result } from "@/lib/domain/result";
import { EditAccountInput } from "@/lib/schemas/accounts";
import { type Ctx, requirePermission } from "../ctx";
import { Conflict, NotFound } from "../errors";
import type { FieldRefusal } from "../field-refusal";
import { recordAudit } from "../history";
import { transaction } from "../transaction";
import { checkBillingTo } from "./billing-to";

const recorded = {
  name: true,
  email: true,
  country: true,
  billingToId: true,
  creditLimit: true,
  active: true,
} as const;

/** Changes an account; orders and invoices that exist keep what they say. @throws NotFound, Conflict */
export async function editAccount(
  ctx: Ctx,
  raw: unknown,
): Promise<Result<{ id: string }, FieldRefusal<"unknown_billing_to">>> {
  requirePermission(ctx, "account:save");
  const { id, version, ...input } = EditAccountInput.parse(raw);

  return transaction(ctx, async (tx) => {
    const key = { organizationId_id: { organizationId: ctx.organizationId, id } };
    const before = await tx.account.findUnique({ where: key, select: { code: true, ...recorded } });
    if (!before) throw new NotFound("account", id);
    const billingTo = await checkBillingTo(tx, ctx, input.billingToId);
    if (!billingTo.ok) return billingTo;

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
    return ok({ id });
  });
}
