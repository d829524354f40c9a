"use server";

import type { EditOrganizationInput, SaveLogoInput } from "@/lib/schemas/organizations";
import { runAction } from "@/lib/server/doors/action";
import { editOrganization } from "@/lib/server/organizations/edit";
import { saveLogo } from "@/lib/server/organizations/save-logo";

export async function editOrganizationAction(input: EditOrganizationInput) {
  return runAction((ctx) => editOrganization(ctx, input));
}

export async function saveLogoAction(input: SaveLogoInput) {
  return runAction((ctx) => saveLogo(ctx, input));
}
