import "server-only";
import type { AfterPayment } from "@/lib/domain/messages/message";
import { isDraft, isFinal, isUnexecuted } from "@/lib/domain/order-status/combination";
import { amount } from "@/lib/domain/values/money";
import { recordWithin } from "../../billing/commands/record-payment";
import { lockCredit } from "../../billing/credit";
import type { Ctx } from "../../kernel/ctx";
import type { Tx } from "../../kernel/db";
import { addJobs, type Job } from "../../kernel/jobs";
import { recordAndTell } from "../../messages/record-and-tell";
import { type LoadedOrder, loadOrder } from "../../orders/tree/load";
import { tryAgain } from "../../scheduling/try-again";
import { ownGates } from "../orders/gates";

/** Delays the worker's run, which is needed only if the process that settled the payment was cut off. */
const safetyNetMs = 30_000;

export type Paid = { accountId: string; amount: string; reference: string };

/**
 * Records a customer's payment for an order in one transaction with its history, the receipt and the next step, and answers
 * the payment's id. The payment is reserved while the order is open and invoiced to the payer. See docs/domain.md, sections
 * 4 and 5.
 */
export async function recordForOrder(tx: Tx, ctx: Ctx, order: LoadedOrder, paid: Paid): Promise<string> {
  const { tree, primaryRow } = order;
  const { accountId, reference } = paid;
  const reserved = !isFinal(tree.primary.status.type) && primaryRow.billingTo.id === accountId;
  const payment = { accountId, amount: paid.amount, reference, receivedOn: null };
  const recorded = await recordWithin(tx, ctx, payment, reserved ? tree.primary.id : null);
  if (!recorded.ok) throw new Error(recorded.refusal.reason);

  const { id } = recorded.value;
  const next = reserved ? await nextOf(tx, ctx, order) : "credit";
  await recordPaid(tx, ctx, order, { amount: paid.amount, reserved, next });
  if (reserved) await goOn(tx, ctx, order, id);
  return id;
}

/**
 * Records a customer's payment for an invoice and answers its id; the rest becomes credit of the account. If the invoice was
 * paid otherwise in the meantime, the payment goes to the oldest ones.
 */
export async function recordForInvoice(tx: Tx, ctx: Ctx, invoiceId: string, paid: Paid): Promise<string> {
  const { accountId, amount: total, reference } = paid;
  await lockCredit(tx, ctx, accountId);
  const { outstanding, order } = await tx.invoice.findUniqueOrThrow({
    where: { organizationId_id: { organizationId: ctx.organizationId, id: invoiceId } },
    select: { outstanding: true, order: { select: { code: true, accountId: true } } },
  });
  const open = amount(outstanding);
  const payment = { accountId, amount: total, reference, receivedOn: null };
  const taken = open.lessThan(total) ? open : amount(total);
  const allocations = open.isZero() ? undefined : [{ invoiceId, amount: taken.toFixed() }];
  const recorded = await recordWithin(tx, ctx, { ...payment, allocations });
  if (!recorded.ok) throw new Error(recorded.refusal.reason);
  // A receipt is about an order. An account whose invoice is for another account's order must not learn about that order.
  if (order?.accountId === accountId) {
    const next = open.isZero() ? "credit" : "invoice";
    await recordPaid(tx, ctx, await loadOrder(tx, ctx, order.code), { amount: total, reserved: false, next });
  }
  return recorded.value.id;
}

function recordPaid(
  tx: Tx,
  ctx: Ctx,
  order: LoadedOrder,
  after: { amount: string; reserved: boolean; next: AfterPayment },
): Promise<void> {
  const { part, row } = order;
  const about = { orderId: part.id, statusLabel: row.status.description };
  return recordAndTell(tx, ctx, order, [{ ...about, kind: "order.paid", after }]);
}

export function executePaidJob({ organizationId, now }: Ctx, paymentId: string): Job<"execute_paid"> {
  const runAt = new Date(now.getTime() + safetyNetMs);
  return {
    task: "execute_paid",
    payload: { organizationId, paymentId },
    key: `execute_paid:${paymentId}`,
    runAt,
  };
}

/** Returns what the customer can expect next, from the gates that still hold the paid order. */
async function nextOf(tx: Tx, ctx: Ctx, order: LoadedOrder): Promise<AfterPayment> {
  const { status } = order.part;
  if (isDraft(status)) return "order_it";
  if (status.storefrontType === "pending_approval") return "approval";
  const { gates } = await ownGates(tx, ctx, order);
  if (gates.some(({ gate }) => gate !== "date")) return "waits";
  return gates.length > 0 || !isUnexecuted(status) ? "on_its_day" : "execute";
}

/** Executes an order that is not scheduled. A scheduled order whose day has come is retried at once. */
async function goOn(tx: Tx, ctx: Ctx, order: LoadedOrder, paymentId: string): Promise<void> {
  if (isUnexecuted(order.part.status)) return addJobs(tx, [executePaidJob(ctx, paymentId)]);
  return tryAgain(tx, ctx, order);
}
