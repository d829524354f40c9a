"use server";

import { createAccount } from "@/lib/server/accounts/commands/create-account";
import { editAccount } from "@/lib/server/accounts/commands/edit-account";
import { recordPayment } from "@/lib/server/billing/commands/record-payment";
import { releasePayment } from "@/lib/server/billing/commands/release-payment";
import { reversePayment } from "@/lib/server/billing/commands/reverse-payment";
import { action } from "@/lib/server/doors/action";

export const createAccountAction = action(createAccount);
export const editAccountAction = action(editAccount);
export const recordPaymentAction = action(recordPayment);
export const reversePaymentAction = action(reversePayment);
export const releasePaymentAction = action(releasePayment);
