"use server";

import { action } from "@/lib/server/doors/action";
import { answerSimulated } from "@/lib/server/storefront/payments/commands/answer-simulated";
import { payInvoice } from "@/lib/server/storefront/payments/commands/pay-invoice";
import { startPayment } from "@/lib/server/storefront/payments/commands/start-payment";

export const startPaymentAction = action(startPayment);
export const payInvoiceAction = action(payInvoice);
export const answerSimulatedAction = action(answerSimulated);
