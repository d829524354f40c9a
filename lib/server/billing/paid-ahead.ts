import "server-only";
import { type Credit, reservedFor } from "@/lib/domain/credit";
import { allocatePaidAhead } from "@/lib/domain/payment";
import { type Amount, amount } from "@/lib/domain/values/money";
import type { Ctx } from "../kernel/ctx";
import { type Prisma, sql, type Tx } from "../kernel/db";
import type { Rows } from "../kernel/insert-rows";

/**
 * Returns the rows that pay a new invoice from what its account paid ahead, first from what was paid for the order itself, and
 * how much of the latter is left. An opening balance has no order. The caller has locked the credit, and no statement runs if nothing was paid ahead. See
 * docs/domain.md, section 4.
 */
export async function paidAheadRows(
  tx: Tx,
  ctx: Ctx,
  account: { id: string; credit: Credit },
  invoice: { id: string; total: Amount; currency: string; primaryId: string | null },
): Promise<{ rows: Pick<Rows, "payment_allocations">; left: Amount }> {
  const reserved = invoice.primaryId === null ? amount(0) : reservedFor(account.credit, invoice.primaryId);
  const paidAhead = account.credit.paidAhead ?? amount(0);
  if (invoice.total.isZero() || paidAhead.plus(reserved).isZero()) return { rows: {}, left: reserved };
  const { organizationId } = ctx;
  const rows = await tx.$queryRaw<{ paymentId: string; unallocated: Prisma.Decimal }[]>(sql`
    SELECT id AS "paymentId", unallocated FROM payments
    WHERE organization_id = ${organizationId}::uuid AND account_id = ${account.id}::uuid
      AND unallocated > 0 AND reversed_at IS NULL AND currency = ${invoice.currency}
      AND (reserved_for_id IS NULL OR reserved_for_id = ${invoice.primaryId}::uuid)
    ORDER BY reserved_for_id IS NULL, received_on, created_at, id`);
  const payments = rows.map((row) => ({ ...row, unallocated: amount(row.unallocated) }));
  const allocations = allocatePaidAhead(invoice.total, payments).map((one) => ({
    organizationId,
    paymentId: one.paymentId,
    invoiceId: invoice.id,
    amount: one.amount.toFixed(),
    createdAt: ctx.now,
  }));
  const left = reserved.greaterThan(invoice.total) ? reserved.minus(invoice.total) : amount(0);
  return { rows: { payment_allocations: allocations }, left };
}
