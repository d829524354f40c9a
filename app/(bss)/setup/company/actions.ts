"use server";

import { action } from "@/lib/server/doors/action";
import { editOrganization } from "@/lib/server/organizations/commands/edit-organization";
import { saveLogo } from "@/lib/server/organizations/commands/save-logo";

export const editOrganizationAction = action(editOrganization);
export const saveLogoAction = action(saveLogo);
