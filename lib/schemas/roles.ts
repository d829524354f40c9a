import { z } from "zod";
import { type Permission, staffPermissions } from "@/lib/domain/permissions";
import { withNeeded } from "@/lib/domain/roles/needed";
import { line } from "./fields";

/** Says what a role of the organization is made of: docs/domain.md, section 7, "Roles". What a permission needs comes with it. */
export const RoleFields = {
  name: line("a name", 80),
  permissions: z
    .array(
      z.enum(staffPermissions as [Permission, ...Permission[]], "Choose from the list."),
      "Choose from the list.",
    )
    .min(1, "Choose at least one permission.")
    .max(staffPermissions.length)
    .transform(withNeeded),
};
