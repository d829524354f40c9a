"use server";

import { action } from "@/lib/server/doors/action";
import { endUserSessions } from "@/lib/server/sessions/commands/end-sessions";
import { createUser } from "@/lib/server/users/commands/create-user";
import { resetPassword } from "@/lib/server/users/commands/reset-password";
import { activateUser, deactivateUser } from "@/lib/server/users/commands/set-active";
import { setRole } from "@/lib/server/users/commands/set-role";

export const createUserAction = action(createUser);
export const setRoleAction = action(setRole);
export const deactivateUserAction = action(deactivateUser);
export const activateUserAction = action(activateUser);
export const resetPasswordAction = action(resetPassword);
export const endUserSessionsAction = action(endUserSessions);
