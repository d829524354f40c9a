import "server-only";
import { z } from "zod";
import { ok, refuse } from "@/lib/domain/values/result";
import { Id } from "@/lib/schemas/fields";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { NotFound } from "../../kernel/errors";
import { lockCredit } from "../credit";
import { releaseReservations } from "../reservations";

/** Takes the payment whose reservation for an order ends. */
const ReleasePaymentInput = z.strictObject({ paymentId: Id });

/**
 * Turns a payment that is reserved for an order into ordinary credit of its account, which any of its orders may use. See
 * docs/domain.md, section 4. @throws NotFound
 */
export const releasePayment = command({
  name: "payment.release",
  caller: staff("payment:record"),
  input: ReleasePaymentInput,
  output: z.object({ id: Id }),
  refusals: refusals("not_reserved"),
  async run({ tx, ctx }, { paymentId: id }) {
    const where = { organizationId_id: { organizationId: ctx.organizationId, id } };
    const named = await tx.payment.findUnique({ where, select: { accountId: true } });
    if (!named) throw new NotFound("payment", id);
    await lockCredit(tx, ctx, named.accountId);
    const { reservedFor } = await tx.payment.findUniqueOrThrow({
      where,
      select: { reservedFor: { select: { id: true, status: { select: { description: true } } } } },
    });
    if (!reservedFor) {
      return refuse({ reason: "not_reserved", path: "" });
    }
    const order = { id: reservedFor.id, statusLabel: reservedFor.status.description };
    await releaseReservations(tx, ctx, order, id);
    return ok({ id });
  },
});
