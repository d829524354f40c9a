import "server-only";
import { formatAmount } from "@/lib/domain/money";
import { isDraft } from "@/lib/domain/order-status/combination";
import { ok, type Result } from "@/lib/domain/result";
import type { PaymentDriverName } from "@/lib/domain/storefront/payment";
import { AnswerSimulatedInput } from "@/lib/schemas/storefront";
import { config } from "../../kernel/config";
import { requirePermission } from "../../kernel/ctx";
import { NotFound } from "../../kernel/errors";
import { isUuid } from "../../kernel/keyset";
import { log } from "../../kernel/log";
import type { CustomerCtx } from "../customer";
import { ownRows } from "../own-rows";
import type { PaymentState } from "./drivers/driver";
import { settlePayment } from "./settle";

/** A payment of the account, as the simulated provider's page shows it. */
export type OwnPaymentRequest = {
  id: string;
  /** "order 1315" or "invoice INV-1001". */
  paysFor: string;
  /** Exact decimal. */
  amount: string;
  currency: string;
  state: PaymentState;
};

/** @throws NotFound */
export async function getPaymentRequest(customer: CustomerCtx, id: string): Promise<OwnPaymentRequest> {
  requirePermission(customer.ctx, "storefront:use");
  const { order, invoice, ...request } = await simulatedRequest(customer, id);
  const paysFor = order ? `order ${order.code}` : `invoice ${invoice?.number}`;
  return { ...request, amount: formatAmount(request.amount, request.currency), paysFor };
}

/** What the customer says on the simulated provider's page, which then tells us as a provider would. */
export async function answerSimulated(customer: CustomerCtx, raw: unknown): Promise<Result<null, never>> {
  requirePermission(customer.ctx, "storefront:use");
  const { id, answer } = AnswerSimulatedInput.parse(raw);
  await simulatedRequest(customer, id);
  await ownRows(customer).paymentRequest.updateMany({
    where: { id, state: "open", driver: "simulated" },
    data: { simulated: answer },
  });
  await settlePayment("simulated", id, customer.ctx.now);
  return ok(null);
}

/** Where customers go on when they come back from the provider's page; what they paid is recorded by then. */
export async function returnFromPayment(customer: CustomerCtx, id: string): Promise<string> {
  requirePermission(customer.ctx, "storefront:use");
  const { driver, reference, order, invoice } = await ownRequest(customer, id);
  if (reference) await settle(driver, reference, customer.ctx.now);
  if (!order) return `/storefront/billing/invoices/${invoice?.number}?payment=${id}`;
  const { code, statusType: type, statusStorefrontType: storefrontType } = order;
  const path = isDraft({ type, storefrontType })
    ? "/storefront/checkout"
    : `/storefront/billing/orders/${code}`;
  return `${path}?payment=${id}`;
}

/** What came of a payment, to the page that its customer comes back to. */
export type PaymentOutcome = { state: PaymentState; amount: string; currency: string };

/** Null when the address names no payment of the account. */
export async function paymentOutcome(customer: CustomerCtx, id: unknown): Promise<PaymentOutcome | null> {
  requirePermission(customer.ctx, "storefront:use");
  if (typeof id !== "string" || !isUuid(id)) return null;
  const request = await ownRows(customer).paymentRequest.findFirst({
    where: { id },
    select: { state: true, amount: true, currency: true },
  });
  return request && { ...request, amount: formatAmount(request.amount, request.currency) };
}

/** A provider that does not answer now is asked again later, by the worker. */
async function settle(driver: PaymentDriverName, reference: string, now: Date): Promise<void> {
  await settlePayment(driver, reference, now).catch((error: unknown) => {
    log.warn({ err: error, event: "settle_payment", reference }, "Could not ask about a payment");
  });
}

/** Nobody's word counts where the provider is another one, or none, by now. */
function simulatedRequest(customer: CustomerCtx, id: string) {
  if (config().paymentDriver !== "simulated") throw new NotFound("payment", id);
  return ownRequest(customer, id);
}

async function ownRequest(customer: CustomerCtx, id: string) {
  const request = isUuid(id)
    ? await ownRows(customer).paymentRequest.findFirst({
        where: { id },
        select: {
          id: true,
          driver: true,
          reference: true,
          amount: true,
          currency: true,
          state: true,
          order: { select: { code: true, statusType: true, statusStorefrontType: true } },
          invoice: { select: { number: true } },
        },
      })
    : null;
  if (!request) throw new NotFound("payment", id);
  return request;
}
