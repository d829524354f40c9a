"use server";

import type { CreateAccountInput, EditAccountInput } from "@/lib/schemas/accounts";
import { createAccount } from "@/lib/server/accounts/create";
import { editAccount } from "@/lib/server/accounts/edit";
import { runAction } from "@/lib/server/action";

export async function createAccountAction(input: CreateAccountInput) {
  return runAction((ctx) => createAccount(ctx, input));
}

export async function editAccountAction(input: EditAccountInput) {
  return runAction((ctx) => editAccount(ctx, input));
}
