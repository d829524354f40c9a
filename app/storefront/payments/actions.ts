"use server";

import { describePaymentRefusal } from "@/lib/domain/storefront/payment";
import type { AnswerSimulatedInput, StartPaymentInput } from "@/lib/schemas/storefront";
import { answerSimulated } from "@/lib/server/storefront/payments/own";
import { startPayment } from "@/lib/server/storefront/payments/start";
import { runCustomerAction } from "@/lib/server/storefront/session";

export async function startPaymentAction(input: StartPaymentInput) {
  return runCustomerAction(
    (customer) => startPayment(customer, input),
    (refusal) => ({ message: describePaymentRefusal(refusal) }),
  );
}

export async function answerSimulatedAction(input: AnswerSimulatedInput) {
  return runCustomerAction((customer) => answerSimulated(customer, input));
}
