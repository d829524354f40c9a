import "server-only";
import type { Credit } from "@/lib/domain/credit";
import { amount } from "@/lib/domain/values/money";
import type { Ctx } from "../kernel/ctx";
import { type Prisma, sql, type Tx } from "../kernel/db";
import { NotFound } from "../kernel/errors";

/** Sums what is unpaid of the invoices of the surrounding query's account. */
export const unpaidByAccount = sql`(SELECT coalesce(sum(outstanding), 0) FROM invoices
    WHERE organization_id = accounts.organization_id AND account_id = accounts.id AND outstanding > 0)`;

const unallocatedOfAccount = sql`FROM payments
    WHERE payments.organization_id = accounts.organization_id AND payments.account_id = accounts.id
      AND unallocated > 0 AND reversed_at IS NULL`;

/** Sums the payments of the surrounding query's account that no invoice took and no order has reserved. */
export const paidAheadByAccount = sql`(SELECT coalesce(sum(unallocated), 0) ${unallocatedOfAccount}
      AND reserved_for_id IS NULL)`;

/** Sums the payments of the surrounding query's account that are reserved for any order. */
export const reservedByAccount = sql`(SELECT coalesce(sum(unallocated), 0) ${unallocatedOfAccount}
      AND reserved_for_id IS NOT NULL)`;

/** Sums what the surrounding query's account paid for the surrounding query's order. */
export const reservedForOrder = sql`(SELECT coalesce(sum(unallocated), 0) ${unallocatedOfAccount}
      AND reserved_for_id = coalesce(orders.parent_id, orders.id))`;

/** Computes what the surrounding query's account owes. It is negative if the account has paid ahead. */
export const owedByAccount = sql`(${unpaidByAccount} - ${paidAheadByAccount})`;

/** Returns the credit of billing accounts by their id, read in one statement. See docs/domain.md, section 4. */
export async function loadCredits(
  db: Pick<Tx, "$queryRaw">,
  ctx: Ctx,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, Credit>> {
  const rows = await db.$queryRaw<CreditRow[]>(sql`
    SELECT id, credit_limit AS "limit", ${unpaidByAccount} AS unpaid, ${paidAheadByAccount} AS "paidAhead",
      (SELECT jsonb_object_agg(reserved_for_id, kept) FROM (
        SELECT reserved_for_id, sum(unallocated)::text AS kept ${unallocatedOfAccount} AND reserved_for_id IS NOT NULL
        GROUP BY reserved_for_id) AS reserved) AS reserved,
      EXISTS (SELECT FROM credit_checks
        WHERE organization_id = accounts.organization_id AND enabled) AS checked
    FROM accounts WHERE organization_id = ${ctx.organizationId}::uuid AND id = ANY(${accountIds}::uuid[])`);
  return new Map(
    rows.map(({ id, limit, unpaid, checked, ...row }) => {
      const paidAhead = amount(row.paidAhead);
      const outstanding = amount(unpaid).minus(paidAhead);
      const reserved = new Map(Object.entries(row.reserved ?? {}).map(([of, kept]) => [of, amount(kept)]));
      return [
        id,
        { limit: limit === null ? null : amount(limit), outstanding, paidAhead, reserved, checked },
      ];
    }),
  );
}

type CreditRow = {
  id: string;
  limit: Prisma.Decimal | null;
  unpaid: Prisma.Decimal;
  paidAhead: Prisma.Decimal;
  /** Holds the amounts by the id of the primary order. */
  reserved: Record<string, string> | null;
  checked: boolean;
};

/** Returns the credit of one billing account. @throws NotFound */
export async function loadCredit(db: Pick<Tx, "$queryRaw">, ctx: Ctx, accountId: string): Promise<Credit> {
  const credit = (await loadCredits(db, ctx, [accountId])).get(accountId);
  if (!credit) throw new NotFound("account", accountId);
  return credit;
}

/** Returns the account's credit and locks it until the transaction ends, so that two executions cannot both spend it. */
export async function lockCredit(tx: Tx, ctx: Ctx, accountId: string): Promise<Credit> {
  await tx.$queryRaw(sql`
    SELECT id FROM accounts WHERE organization_id = ${ctx.organizationId}::uuid AND id = ${accountId}::uuid
    FOR NO KEY UPDATE`);
  return loadCredit(tx, ctx, accountId);
}
