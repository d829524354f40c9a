import "server-only";
import { z } from "zod";
import { formatAmount } from "@/lib/domain/values/money";
import { query } from "../../../kernel/definition/query";
import { isUuid } from "../../../kernel/keyset";
import { customers } from "../../customer";
import { ownRows } from "../../own-rows";
import type { RequestState } from "../drivers/driver";
import { simulatedRequest } from "../own-request";

/** Holds a payment of the account as the simulated provider's page shows it. */
export type OwnPaymentRequest = {
  id: string;
  /** Names what is paid: "order 1315" or "invoice INV-1001". */
  paysFor: string;
  /** Holds an exact decimal. */
  amount: string;
  currency: string;
  state: RequestState;
};

/** Returns a payment that the customer's account has asked for. @throws NotFound */
export const getPaymentRequest = query({
  name: "payment-request.get",
  caller: customers("storefront:buy", "storefront:pay"),
  input: z.string(),
  async run({ who: customer }, id): Promise<OwnPaymentRequest> {
    const { order, invoice, ...request } = await simulatedRequest(customer, id);
    const paysFor = order ? `order ${order.code}` : `invoice ${invoice?.number}`;
    return { ...request, amount: formatAmount(request.amount, request.currency), paysFor };
  },
});

/** Holds the outcome of a payment for the page that its customer comes back to. */
export type PaymentOutcome = { state: RequestState; amount: string; currency: string };

/** Returns the outcome, or null if the address names no payment of the account. */
export const paymentOutcome = query({
  name: "own-payment.outcome",
  caller: customers("storefront:buy", "storefront:pay"),
  input: z.unknown(),
  async run({ who: customer }, id): Promise<PaymentOutcome | null> {
    if (typeof id !== "string" || !isUuid(id)) return null;
    const request = await ownRows(customer).paymentRequest.findFirst({
      where: { id },
      select: { state: true, amount: true, currency: true },
    });
    return request && { ...request, amount: formatAmount(request.amount, request.currency) };
  },
});
