"use server";

import { action } from "@/lib/server/doors/action";
import { actionOfInvitee } from "@/lib/server/doors/invitation";
import { changeEmail } from "@/lib/server/profile/commands/change-email";
import { changeName } from "@/lib/server/profile/commands/change-name";
import { changePassword } from "@/lib/server/profile/commands/change-password";
import { declineInvitation } from "@/lib/server/profile/commands/decline";
import { joinOrganization } from "@/lib/server/profile/commands/join";
import { keepEmail } from "@/lib/server/profile/commands/keep-email";

export const changeNameAction = action(changeName);
export const changeEmailAction = action(changeEmail);
export const keepEmailAction = action(keepEmail);

export const changePasswordAction = action(changePassword);
export const joinOrganizationAction = actionOfInvitee(joinOrganization);
export const declineInvitationAction = actionOfInvitee(declineInvitation);
