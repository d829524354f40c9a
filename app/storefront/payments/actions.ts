"use server";

import { describePaymentRefusal, type PaymentRefusal } from "@/lib/domain/storefront/payment";
import { action } from "@/lib/server/doors/action";
import { answerSimulated } from "@/lib/server/storefront/payments/commands/answer-simulated";
import { payInvoice } from "@/lib/server/storefront/payments/commands/pay-invoice";
import { startPayment } from "@/lib/server/storefront/payments/commands/start-payment";

export const startPaymentAction = action(startPayment, words);
export const payInvoiceAction = action(payInvoice, words);
export const answerSimulatedAction = action(answerSimulated);

function words(refusal: PaymentRefusal) {
  return { message: describePaymentRefusal(refusal) };
}
