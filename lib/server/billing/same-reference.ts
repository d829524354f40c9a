import "server-only";
import type { EarlierPayment } from "@/lib/domain/refusing/field-refusal";
import { formatAmount } from "@/lib/domain/values/money";
import type { Ctx } from "../kernel/ctx";
import { type Prisma, sql, type Tx } from "../kernel/db";

/**
 * Finds the newest payment of the organization with the same reference, ignoring case and spaces. Locks the reference until the
 * transaction ends, so that the second of two at once finds the first. See docs/domain.md, section 4.
 */
export async function findSameReference(
  tx: Tx,
  { organizationId }: Ctx,
  reference: string,
): Promise<EarlierPayment | null> {
  if (reference === "") return null;
  await tx.$executeRaw(sql`
    SELECT pg_advisory_xact_lock(hashtextextended(${organizationId} || payment_reference(${reference}), 0))`);
  const [found] = await tx.$queryRaw<(Omit<EarlierPayment, "amount"> & { amount: Prisma.Decimal })[]>(sql`
    SELECT payments.id, accounts.name AS account, payments.amount, payments.currency,
      payments.received_on::text AS "receivedOn"
    FROM payments
    JOIN accounts ON accounts.organization_id = payments.organization_id AND accounts.id = payments.account_id
    WHERE payments.organization_id = ${organizationId}::uuid
      AND payment_reference(payments.reference) = payment_reference(${reference})
      AND payments.reference <> '' AND payments.reversed_at IS NULL
    ORDER BY payments.created_at DESC, payments.id DESC LIMIT 1`);
  return found ? { ...found, amount: formatAmount(found.amount, found.currency) } : null;
}
