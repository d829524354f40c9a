import "server-only";
import { ok, type Result } from "@/lib/domain/result";
import { ReleasePaymentInput } from "@/lib/schemas/payments";
import { type Ctx, requirePermission } from "../kernel/ctx";
import { NotFound } from "../kernel/errors";
import { type FieldRefusal, refuseField } from "../kernel/field-refusal";
import { transaction } from "../kernel/transaction";
import { lockCredit } from "./credit";
import { releaseReservations } from "./reservations";

/**
 * Makes a payment that is reserved for an order ordinary credit of its account, which any of its orders may use.
 * See docs/domain.md, section 4. @throws NotFound
 */
export async function releasePayment(
  ctx: Ctx,
  raw: unknown,
): Promise<Result<{ id: string }, FieldRefusal<"not_reserved">>> {
  requirePermission(ctx, "payment:record");
  const { paymentId: id } = ReleasePaymentInput.parse(raw);

  return transaction(ctx, async (tx) => {
    const where = { organizationId_id: { organizationId: ctx.organizationId, id } };
    const named = await tx.payment.findUnique({ where, select: { accountId: true } });
    if (!named) throw new NotFound("payment", id);
    await lockCredit(tx, ctx, named.accountId);
    const { reservedFor } = await tx.payment.findUniqueOrThrow({
      where,
      select: { reservedFor: { select: { id: true, status: { select: { description: true } } } } },
    });
    if (!reservedFor) {
      return refuseField(
        "not_reserved",
        "paymentId",
        "This payment is not reserved for an order any more, so nothing changed.",
      );
    }
    const order = { id: reservedFor.id, statusLabel: reservedFor.status.description };
    await releaseReservations(tx, ctx, order, id);
    return ok({ id });
  });
}
