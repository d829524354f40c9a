import "server-only";
import type { Credit } from "@/lib/domain/credit";
import { type Amount, amount } from "@/lib/domain/money";
import { allocatePaidAhead } from "@/lib/domain/payment";
import type { Ctx } from "../ctx";
import { type Prisma, sql, type Tx } from "../db";

/**
 * What of its total the account had paid before a new invoice, which that pays: docs/domain.md, section 4. The caller has
 * the credit locked; who has paid nothing ahead costs no statement.
 */
export async function paidAheadRows(
  tx: Tx,
  ctx: Ctx,
  account: { id: string; credit: Credit },
  invoice: { id: string; total: Amount; currency: string },
) {
  const { paidAhead } = account.credit;
  if (invoice.total.isZero() || !paidAhead || paidAhead.isZero()) return {};
  const { organizationId } = ctx;
  const rows = await tx.$queryRaw<{ paymentId: string; unallocated: Prisma.Decimal }[]>(sql`
    SELECT id AS "paymentId", unallocated FROM payments
    WHERE organization_id = ${organizationId}::uuid AND account_id = ${account.id}::uuid
      AND unallocated > 0 AND reversed_at IS NULL AND currency = ${invoice.currency}
    ORDER BY received_on, created_at, id`);
  const payments = rows.map((row) => ({ ...row, unallocated: amount(row.unallocated) }));
  return {
    payment_allocations: allocatePaidAhead(invoice.total, payments).map((one) => ({
      organizationId,
      paymentId: one.paymentId,
      invoiceId: invoice.id,
      amount: one.amount.toFixed(),
      createdAt: ctx.now,
    })),
  };
}
