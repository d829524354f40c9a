import "server-only";
import { isStaff, type Permission, permissionsOfPerson, type Role } from "@/lib/domain/permissions";
import { type Ctx, requirePermission } from "../kernel/ctx";
import type { Tx } from "../kernel/db";

/** Names a role as a person's row does. */
export type RoleOfPerson = { role: Role; roleId: string | null };

/** Holds what a role allows in BSS, and its name if the organization defined it. */
export type FoundRole = { permissions: Permission[]; name: string | null };

/** Returns a role of the organization, or null if there is none. */
export async function findRole(
  tx: Tx,
  { organizationId }: Ctx,
  { role, roleId: id }: RoleOfPerson,
): Promise<FoundRole | null> {
  if (id === null) {
    return {
      permissions: isStaff(role) ? permissionsOfPerson({ role, defined: null, accountRole: null }) : [],
      name: null,
    };
  }
  const found = await tx.staffRole.findUnique({
    where: { organizationId_id: { organizationId, id } },
    select: { name: true, permissions: true },
  });
  return (
    found && {
      permissions: permissionsOfPerson({ role, defined: found.permissions, accountRole: null }),
      name: found.name,
    }
  );
}

/**
 * Requires every permission that people of this role have, because a caller who hands out the role or its password could
 * then act as that person. So an API key reaches no further than its scopes. The roles of the Storefront need no further permission.
 * @throws Forbidden
 */
export function requireAll(ctx: Ctx, permissions: readonly Permission[]): void {
  for (const permission of permissions) requirePermission(ctx, permission);
}

/** Requires every permission that a stored person has, whose row is locked, and returns their role. @throws Forbidden */
export async function requireAllOf(tx: Tx, ctx: Ctx, person: RoleOfPerson): Promise<FoundRole> {
  const role = await findRole(tx, ctx, person);
  if (!role) throw new Error("A person has a role that the organization does not have");
  requireAll(ctx, role.permissions);
  return role;
}
