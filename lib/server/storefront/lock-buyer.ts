import "server-only";
import { sql, type Tx } from "../kernel/db";
import { NotFound } from "../kernel/errors";
import type { CustomerCtx } from "./customer";

/**
 * Locks the account that orders to the end of the transaction, so that reseller and approval are what counts when the
 * order is placed; together with who pays, in the same order by everybody, since accounts may pay for each other.
 */
export async function lockBuyer(tx: Tx, { ctx, accountId }: CustomerCtx) {
  await tx.$queryRaw(sql`
    SELECT id FROM accounts
    WHERE organization_id = ${ctx.organizationId}::uuid AND (id = ${accountId}::uuid OR id = (
      SELECT billing_to_id FROM accounts WHERE organization_id = ${ctx.organizationId}::uuid AND id = ${accountId}::uuid))
    ORDER BY id FOR NO KEY UPDATE`);
  type Row = { active: boolean; hasReseller: boolean; orderApproval: boolean; billingToId: string | null };
  const [account] = await tx.$queryRaw<Row[]>(sql`
    SELECT active, reseller_id IS NOT NULL AS "hasReseller", order_approval AS "orderApproval",
      billing_to_id AS "billingToId"
    FROM accounts WHERE organization_id = ${ctx.organizationId}::uuid AND id = ${accountId}::uuid`);
  if (!account) throw new NotFound("account", accountId);
  return account;
}
