import "server-only";
import { type Amount, amount, sum } from "@/lib/domain/values/money";
import type { Ctx } from "../kernel/ctx";
import { type Prisma, sql, type Tx } from "../kernel/db";
import { record } from "../kernel/record";

/** Returns what customers paid for this primary order and no invoice took yet. See docs/domain.md, section 4. */
export async function reservedOf(tx: Tx, ctx: Ctx, primaryId: string): Promise<Amount> {
  const [kept] = await tx.$queryRaw<{ amount: Prisma.Decimal }[]>(sql`
    SELECT coalesce(sum(unallocated), 0) AS amount FROM payments
    WHERE organization_id = ${ctx.organizationId}::uuid AND reserved_for_id = ${primaryId}::uuid`);
  return amount(kept?.amount ?? 0);
}

type Order = { id: string; statusLabel: string };

/**
 * Turns what was paid for an open primary order, or one such payment, into ordinary credit and records it in the order's
 * history. The database does this for an order that ends. See docs/domain.md, section 4.
 */
export async function releaseReservations(
  tx: Tx,
  ctx: Ctx,
  { id, statusLabel }: Order,
  paymentId?: string,
): Promise<void> {
  const only = paymentId ? sql`AND id = ${paymentId}::uuid` : sql``;
  const released = await tx.$queryRaw<{ amount: Prisma.Decimal }[]>(sql`
    UPDATE payments SET reserved_for_id = NULL
    WHERE organization_id = ${ctx.organizationId}::uuid AND reserved_for_id = ${id}::uuid ${only}
    RETURNING unallocated AS amount`);
  const total = sum(released.map((payment) => amount(payment.amount)));
  if (total.isZero()) return;
  await record(tx, ctx, [
    { orderId: id, kind: "order.payment_released", statusLabel, after: { released: total.toFixed() } },
  ]);
}
