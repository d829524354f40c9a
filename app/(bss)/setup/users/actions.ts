"use server";

import { action } from "@/lib/server/doors/action";
import { endUserSessions } from "@/lib/server/sessions/commands/end-sessions";
import { inviteUser } from "@/lib/server/users/commands/invite-user";
import { resetSecondFactor } from "@/lib/server/users/commands/reset-second-factor";
import { sendLink } from "@/lib/server/users/commands/send-link";
import { activateUser, deactivateUser } from "@/lib/server/users/commands/set-active";
import { setRole } from "@/lib/server/users/commands/set-role";
import { showEmailLink } from "@/lib/server/users/commands/show-email-link";

export const inviteUserAction = action(inviteUser);
export const sendLinkAction = action(sendLink);
export const showEmailLinkAction = action(showEmailLink);
export const setRoleAction = action(setRole);
export const deactivateUserAction = action(deactivateUser);
export const activateUserAction = action(activateUser);
export const resetSecondFactorAction = action(resetSecondFactor);
export const endUserSessionsAction = action(endUserSessions);
