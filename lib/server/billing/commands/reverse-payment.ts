import "server-only";
import { z } from "zod";
import type { Shown } from "@/lib/domain/seen";
import { formatAmount } from "@/lib/domain/values/money";
import { ok, refuse } from "@/lib/domain/values/result";
import { Id, line, Seen } from "@/lib/schemas/fields";
import { type Prisma, sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { NotFound } from "../../kernel/errors";
import { record } from "../../kernel/record";
import { requireSeen } from "../../kernel/seen";
import { lockCredit } from "../credit";
import { shownPayment } from "../queries/payments";

const ReversePaymentInput = z.strictObject({
  paymentId: Id,
  /** Names what was shown as paid by the payment. */
  seen: Seen.optional(),
  reason: line("a reason", 500),
});

const ReversedPayment = z.object({
  id: Id,
  /** Gives the amount by which its invoices are outstanding again, as decimal text in the payment's currency. */
  outstandingAgain: z.string(),
  /**
   * Gives the part that was credit of the account because no invoice had taken it, as decimal text in the payment's currency.
   */
  creditGone: z.string(),
});

/** Takes a mistaken payment back, so that its invoices are outstanding again. Deletes nothing. @throws NotFound */
export const reversePayment = command({
  name: "payment.reverse",
  caller: staff("payment:reverse"),
  input: ReversePaymentInput,
  output: ReversedPayment,
  refusals: refusals("payment_already_reversed"),
  async run({ tx, ctx }, { paymentId: id, reason, seen }) {
    const key = { organizationId_id: { organizationId: ctx.organizationId, id } };
    const named = await tx.payment.findUnique({ where: key, select: { accountId: true } });
    if (!named) throw new NotFound("payment", id);
    await lockCredit(tx, ctx, named.accountId);
    const payment = await tx.payment.findUniqueOrThrow({
      where: key,
      select: {
        amount: true,
        unallocated: true,
        currency: true,
        reversedAt: true,
        account: { select: { code: true } },
        reservedFor: { select: { id: true, status: { select: { description: true } } } },
        allocations: {
          where: { releasedAt: null },
          orderBy: [{ invoice: { createdAt: "asc" } }, { invoice: { number: "asc" } }],
          select: { amount: true, invoice: { select: { number: true } } },
        },
      },
    });
    if (payment.reversedAt) {
      return refuse({ reason: "payment_already_reversed", path: "" });
    }

    const asSeen = requireSeen({ seen }, { what: "The payment", shown: () => shownOf(payment) });
    if (!asSeen.ok) return asSeen;
    await tx.$executeRaw(sql`
      UPDATE payment_allocations SET released_at = ${ctx.now}
      WHERE organization_id = ${ctx.organizationId}::uuid AND payment_id = ${id}::uuid AND released_at IS NULL`);
    await tx.payment.update({
      where: key,
      data: {
        reservedForId: null,
        reversedAt: ctx.now,
        reversedByName: ctx.actor.name,
        reversalReason: reason,
      },
      select: { id: true },
    });
    const amount = payment.amount.toFixed();
    const order = payment.reservedFor;
    await record(tx, ctx, [
      {
        kind: "payment.reversed",
        subject: payment.account.code,
        after: { amount, currency: payment.currency, reason },
      },
      ...(order
        ? [
            {
              kind: "order.payment_reversed" as const,
              orderId: order.id,
              statusLabel: order.status.description,
              after: { amount },
              comment: reason,
            },
          ]
        : []),
    ]);
    return ok({
      id,
      outstandingAgain: formatAmount(payment.amount.minus(payment.unallocated), payment.currency),
      creditGone: formatAmount(payment.unallocated, payment.currency),
    });
  },
});

function shownOf(payment: {
  currency: string;
  unallocated: Prisma.Decimal;
  allocations: { amount: Prisma.Decimal; invoice: { number: string } }[];
}): Shown {
  const { currency, unallocated, allocations } = payment;
  return shownPayment(currency, {
    unallocated: formatAmount(unallocated, currency),
    invoices: allocations.map(({ amount, invoice }) => ({
      number: invoice.number,
      amount: formatAmount(amount, currency),
    })),
  });
}
