"use server";

import type { EditOrganizationInput } from "@/lib/schemas/organizations";
import { runAction } from "@/lib/server/action";
import { editOrganization } from "@/lib/server/organizations/edit";

export async function editOrganizationAction(input: EditOrganizationInput) {
  return runAction((ctx) => editOrganization(ctx, input));
}
