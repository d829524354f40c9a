import "server-only";
import { sql, type Tx } from "../kernel/db";
import { NotFound } from "../kernel/errors";
import type { CustomerCtx } from "./customer";

/**
 * Locks the ordering account until the transaction ends, so that its reseller and approval stay as they are when the order
 * is placed. It locks the payer too, always by id, since accounts may pay for each other.
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
