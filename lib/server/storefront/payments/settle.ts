import "server-only";
import type { PaymentDriverName } from "@/lib/domain/storefront/payment";
import { recordWithin } from "../../billing/record-payment";
import { systemCtx } from "../../ctx";
import { sql, unscoped } from "../../db";
import { transaction } from "../../transaction";
import { paymentDrivers } from "./drivers";
import type { PaymentState } from "./drivers/driver";

/**
 * Asks the provider about a payment and, once it says so, records it on the account: when the customer comes back, and
 * when the provider tells us, in whatever order and however often; it is recorded once. See docs/domain.md, section 5.
 */
export async function settlePayment(
  driver: PaymentDriverName,
  reference: string,
  now: Date,
): Promise<PaymentState | null> {
  const request = await unscoped().paymentRequest.findUnique({
    where: { driver_reference: { driver, reference } },
    select: {
      id: true,
      state: true,
      amount: true,
      accountId: true,
      organizationId: true,
      organization: { select: { timeZone: true } },
    },
  });
  if (request?.state !== "open") return request?.state ?? null;
  const state = await paymentDrivers[driver].state(reference);
  if (state === "open") return state;

  const { id, organizationId, accountId, organization } = request;
  const system = systemCtx(organizationId, now, organization.timeZone);
  const ctx = { ...system, actor: { ...system.actor, name: "Online payment" } };
  return transaction(ctx, async (tx) => {
    const [open] = await tx.$queryRaw<unknown[]>(sql`
      SELECT id FROM payment_requests
      WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid AND state = 'open' FOR NO KEY UPDATE`);
    if (!open) return state;
    const paid =
      state === "paid" &&
      (await recordWithin(tx, ctx, {
        accountId,
        amount: request.amount.toFixed(),
        receivedOn: null,
        reference,
      }));
    if (paid && !paid.ok) throw new Error(paid.refusal.message);
    await tx.paymentRequest.updateMany({
      where: { id },
      data: { state, settledAt: now, paymentId: paid ? paid.value.id : null },
    });
    return state;
  });
}
