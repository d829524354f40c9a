import "server-only";
import type { PaymentDriverName } from "@/lib/domain/storefront/payment";
import { type Ctx, systemCtx } from "../../kernel/ctx";
import { read, sql, type Tx, unscoped } from "../../kernel/db";
import { dropJob } from "../../kernel/jobs";
import { log } from "../../kernel/log";
import { transaction } from "../../kernel/transaction";
import { lockOrder } from "../../orders/tree/load";
import { executePaid } from "./commands/execute-paid";
import { paymentDrivers } from "./drivers";
import type { RequestState } from "./drivers/driver";
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
): Promise<RequestState | null> {
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
  if (!request || request.state === "paid" || request.state === "failed") return request?.state ?? null;
  const state = await paymentDrivers[driver].state(reference);
  if (state === "open") {
    // The provider may have been down when the request became void.
    if (request.state === "void") await cancelAtProviders([{ driver, reference }]);
    return request.state;
  }
  // Money that came for a void request is the customer's all the same.
  if (request.state === "void" && state !== "paid") return request.state;

  const { id, organizationId, accountId, invoiceId } = request;
  const system = systemCtx(organizationId, now);
  const ctx = { ...system, actor: { ...system.actor, name: "Online payment" } };
  const settled = await transaction(ctx, async (tx) => {
    const order = request.order && (await lockOrder(tx, ctx, request.order.code));
    const [open] = await tx.$queryRaw<unknown[]>(sql`
      SELECT id FROM payment_requests
      WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid AND (state = 'open' OR state = 'void' AND ${state}::text = 'paid')
      FOR NO KEY UPDATE`);
    if (!open) return null;
    const paid = { accountId, amount: request.amount.toFixed(), reference };
    const record = () =>
      order ? recordForOrder(tx, ctx, order, paid) : recordForInvoice(tx, ctx, invoiceId ?? "", paid);
    const recorded = state === "paid" ? await record() : null;
    await tx.paymentRequest.updateMany({
      where: { id },
      data: { state, settledAt: now, paymentId: recorded },
    });
    return recorded && { paymentId: recorded, voided: await voidOthers(tx, ctx, id) };
  });
  if (settled) {
    await cancelAtProviders(settled.voided);
    await executeNow(ctx, settled.paymentId);
  }
  return state;
}

type Voided = { driver: PaymentDriverName; reference: string };

/**
 * Makes the other open requests of the paid one's order void, whose order is locked. One whose page is only about to be opened
 * stays, since the provider's reference would come too late for it.
 */
async function voidOthers(tx: Tx, { organizationId, now }: Ctx, paid: string): Promise<Voided[]> {
  return tx.$queryRaw<Voided[]>(sql`
    UPDATE payment_requests AS other SET state = 'void', settled_at = ${now}
    FROM payment_requests AS paid
    WHERE paid.organization_id = ${organizationId}::uuid AND paid.id = ${paid}::uuid
      AND other.organization_id = paid.organization_id AND other.order_id = paid.order_id AND other.id <> paid.id
      AND other.state = 'open' AND other.reference IS NOT NULL
    RETURNING other.driver, other.reference`);
}

/** Asks providers to take no money for void requests. What one takes all the same is recorded when it tells us. */
async function cancelAtProviders(voided: readonly Voided[]): Promise<void> {
  for (const { driver, reference } of voided) {
    await paymentDrivers[driver].cancel(reference).catch((error: unknown) => {
      log.warn({ err: error, event: "cancel_payment", reference }, "Could not cancel a void payment");
    });
  }
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
