"use server";

import type { CreateAccountInput, EditAccountInput } from "@/lib/schemas/accounts";
import type { RecordPaymentInput, ReleasePaymentInput, ReversePaymentInput } from "@/lib/schemas/payments";
import { createAccount } from "@/lib/server/accounts/create";
import { editAccount } from "@/lib/server/accounts/edit";
import { recordPayment } from "@/lib/server/billing/record-payment";
import { releasePayment } from "@/lib/server/billing/release-payment";
import { reversePayment } from "@/lib/server/billing/reverse-payment";
import { runAction } from "@/lib/server/doors/action";

export async function createAccountAction(input: CreateAccountInput) {
  return runAction((ctx) => createAccount(ctx, input));
}

export async function editAccountAction(input: EditAccountInput) {
  return runAction((ctx) => editAccount(ctx, input));
}

export async function recordPaymentAction(input: RecordPaymentInput) {
  return runAction((ctx) => recordPayment(ctx, input));
}

export async function reversePaymentAction(input: ReversePaymentInput) {
  return runAction((ctx) => reversePayment(ctx, input));
}

export async function releasePaymentAction(input: ReleasePaymentInput) {
  return runAction((ctx) => releasePayment(ctx, input));
}
