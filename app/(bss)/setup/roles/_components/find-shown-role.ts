import { fixedRoles, type Permission, permissionsOfPerson, roleLabels } from "@/lib/domain/permissions";
import type { Ctx } from "@/lib/server/kernel/ctx";
import { getRole, type RoleRow } from "@/lib/server/roles/queries/roles";

/** Holds a role as its page shows it. `own` is there where the organization defined it. */
export type ShownRole = { id: string; name: string; permissions: Permission[]; own: RoleRow | null };

/** Returns a fixed role by its name, or one of the organization by its id. @throws NotFound */
export async function findShownRole(ctx: Ctx, id: string): Promise<ShownRole> {
  const fixed = fixedRoles.find((role) => role === id);
  if (fixed) {
    const permissions = permissionsOfPerson({ role: fixed, defined: null, accountRole: "administrator" });
    return { id, name: roleLabels[fixed], permissions, own: null };
  }
  const own = await getRole(ctx, id);
  return { id, name: own.name, permissions: own.permissions, own };
}
