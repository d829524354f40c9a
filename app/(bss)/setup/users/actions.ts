"use server";

import type { CreateUserInput, ResetPasswordInput, SetActiveInput, SetRoleInput } from "@/lib/schemas/users";
import { runAction } from "@/lib/server/doors/action";
import { createUser } from "@/lib/server/users/create";
import { resetPassword } from "@/lib/server/users/reset-password";
import { activateUser, deactivateUser } from "@/lib/server/users/set-active";
import { setRole } from "@/lib/server/users/set-role";

export async function createUserAction(input: CreateUserInput) {
  return runAction((ctx) => createUser(ctx, input));
}

export async function setRoleAction(input: SetRoleInput) {
  return runAction((ctx) => setRole(ctx, input));
}

export async function deactivateUserAction(input: SetActiveInput) {
  return runAction((ctx) => deactivateUser(ctx, input));
}

export async function activateUserAction(input: SetActiveInput) {
  return runAction((ctx) => activateUser(ctx, input));
}

export async function resetPasswordAction(input: ResetPasswordInput) {
  return runAction((ctx) => resetPassword(ctx, input));
}
