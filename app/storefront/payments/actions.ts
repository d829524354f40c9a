"use server";

import { describePaymentRefusal, type PaymentRefusal } from "@/lib/domain/storefront/payment";
import type { AnswerSimulatedInput, PayInvoiceInput, StartPaymentInput } from "@/lib/schemas/storefront";
import type { RefusalWords } from "@/lib/server/doors/action";
import { answerSimulated } from "@/lib/server/storefront/payments/own";
import { startPayment } from "@/lib/server/storefront/payments/start";
import { payInvoice } from "@/lib/server/storefront/payments/start-invoice";
import { runCustomerAction } from "@/lib/server/storefront/session";

export async function startPaymentAction(input: StartPaymentInput) {
  return runCustomerAction((customer) => startPayment(customer, input), words);
}

export async function payInvoiceAction(input: PayInvoiceInput) {
  return runCustomerAction((customer) => payInvoice(customer, input), words);
}

function words(refusal: PaymentRefusal): RefusalWords {
  return { message: describePaymentRefusal(refusal) };
}

export async function answerSimulatedAction(input: AnswerSimulatedInput) {
  return runCustomerAction((customer) => answerSimulated(customer, input));
}
