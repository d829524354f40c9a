"use server";

import type { ActionResult } from "@/lib/schemas/action-result";
import { action } from "@/lib/server/doors/action";
import { changeEmail } from "@/lib/server/profile/commands/change-email";
import { changeName } from "@/lib/server/profile/commands/change-name";
import { changePassword } from "@/lib/server/profile/commands/change-password";
import { keepEmail } from "@/lib/server/profile/commands/keep-email";
import { keepSession } from "@/lib/server/sign-in/session-token";

export const changeNameAction = action(changeName);
export const changeEmailAction = action(changeEmail);
export const keepEmailAction = action(keepEmail);

const change = action(changePassword);

/** Changes the password and keeps this session, while every other one ends. */
export async function changePasswordAction(input: {
  current: string;
  password: string;
}): Promise<ActionResult<object>> {
  const result = await change(input);
  if (result.ok) await keepSession(result.value.sessionVersion);
  return result;
}
