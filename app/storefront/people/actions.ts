"use server";

import { action } from "@/lib/server/doors/action";
import { inviteColleague } from "@/lib/server/storefront/people/commands/invite-colleague";
import { sendColleagueLink } from "@/lib/server/storefront/people/commands/send-colleague-link";
import { setAccountRole } from "@/lib/server/storefront/people/commands/set-account-role";
import {
  activateColleague,
  deactivateColleague,
} from "@/lib/server/storefront/people/commands/set-colleague-active";

export const inviteColleagueAction = action(inviteColleague);
export const sendColleagueLinkAction = action(sendColleagueLink);
export const setAccountRoleAction = action(setAccountRole);
export const deactivateColleagueAction = action(deactivateColleague);
export const activateColleagueAction = action(activateColleague);
