import "server-only";
import { ok, type Result } from "@/lib/domain/result";
import { SetOrderApprovalInput } from "@/lib/schemas/accounts";
import { ListOwnInput } from "@/lib/schemas/storefront";
import { requirePermission } from "../../kernel/ctx";
import { read, sql } from "../../kernel/db";
import { NotFound } from "../../kernel/errors";
import { recordAccountHistory } from "../../kernel/history";
import { keyset, type Page } from "../../kernel/keyset";
import { transaction } from "../../kernel/transaction";
import type { ResellerCtx } from "../customer";

export type ResellerCustomer = { id: string; code: string; name: string; orderApproval: boolean };

/** The reseller's customers, by name. */
export async function listCustomers(reseller: ResellerCtx, raw: unknown): Promise<Page<ResellerCustomer>> {
  const { ctx, accountId } = reseller;
  requirePermission(ctx, "storefront:approve");
  const { cursor, limit } = ListOwnInput.parse(raw);
  const pages = keyset({ key: sql`name`, keyType: "text", id: sql`id` }, { cursor, limit });
  const rows = await read(ctx).$queryRaw<ResellerCustomer[]>(sql`
    SELECT id, code, name, order_approval AS "orderApproval" FROM accounts
    WHERE organization_id = ${ctx.organizationId}::uuid AND reseller_id = ${accountId}::uuid
      ${pages.where} ${pages.tail}`);
  return pages.page(rows, ({ name, id }) => ({ key: name, id }));
}

/** Says whether a customer's orders wait for the reseller; those that wait already go on waiting. @throws NotFound */
export async function setOrderApproval(reseller: ResellerCtx, raw: unknown): Promise<Result<null, never>> {
  const { ctx } = reseller;
  requirePermission(ctx, "storefront:approve");
  const { accountId, orderApproval } = SetOrderApprovalInput.parse(raw);

  return transaction(ctx, async (tx) => {
    const customer = await tx.account.findUnique({
      where: {
        organizationId_id: { organizationId: ctx.organizationId, id: accountId },
        resellerId: reseller.accountId,
      },
      select: { orderApproval: true },
    });
    if (!customer) throw new NotFound("customer", accountId);
    if (customer.orderApproval === orderApproval) return ok(null);

    await tx.account.updateMany({
      where: { id: accountId, resellerId: reseller.accountId },
      data: { orderApproval, version: { increment: 1 } },
    });
    await recordAccountHistory(tx, ctx, {
      accountId,
      event: "edited",
      before: { orderApproval: customer.orderApproval },
      after: { orderApproval },
    });
    return ok(null);
  });
}
