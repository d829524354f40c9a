import "server-only";
import type { PaymentDriverName } from "@/lib/domain/storefront/payment";
import { type Ctx, systemCtx } from "../../kernel/ctx";
import { read, sql, unscoped } from "../../kernel/db";
import { dropJob } from "../../kernel/jobs";
import { log } from "../../kernel/log";
import { transaction } from "../../kernel/transaction";
import { lockOrder } from "../../orders/tree/load";
import { executePaid } from "./commands/execute-paid";
import { paymentDrivers } from "./drivers";
import type { PaymentState } from "./drivers/driver";
import { executePaidJob, recordForInvoice, recordForOrder } from "./record";

/**
 * Asks the provider about a payment and records it once for its invoice or order, which then goes on. It runs when the
 * customer comes back and when the provider notifies us, in any order and any number of times. See docs/domain.md, section
 * 5.
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
      order: { select: { code: true } },
      invoiceId: true,
    },
  });
  if (request?.state !== "open") return request?.state ?? null;
  const state = await paymentDrivers[driver].state(reference);
  if (state === "open") return state;

  const { id, organizationId, accountId, invoiceId } = request;
  const system = systemCtx(organizationId, now);
  const ctx = { ...system, actor: { ...system.actor, name: "Online payment" } };
  const paymentId = await transaction(ctx, async (tx) => {
    const order = request.order && (await lockOrder(tx, ctx, request.order.code));
    const [open] = await tx.$queryRaw<unknown[]>(sql`
      SELECT id FROM payment_requests
      WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid AND state = 'open' FOR NO KEY UPDATE`);
    if (!open) return null;
    const paid = { accountId, amount: request.amount.toFixed(), reference };
    const record = () =>
      order ? recordForOrder(tx, ctx, order, paid) : recordForInvoice(tx, ctx, invoiceId ?? "", paid);
    const recorded = state === "paid" ? await record() : null;
    await tx.paymentRequest.updateMany({
      where: { id },
      data: { state, settledAt: now, paymentId: recorded },
    });
    return recorded;
  });
  if (paymentId) await executeNow(ctx, paymentId);
  return state;
}

/**
 * Executes the order now, so that the customer who comes back sees the outcome. The worker repeats what fails here.
 */
async function executeNow(ctx: Ctx, paymentId: string): Promise<void> {
  try {
    await executePaid(ctx, { paymentId });
    await dropJob(read(ctx), executePaidJob(ctx, paymentId).key);
  } catch (error) {
    log.warn({ err: error, event: "execute_paid", paymentId }, "A paid order is left to the worker");
  }
}
