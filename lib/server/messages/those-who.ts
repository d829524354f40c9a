import "server-only";
import { fixedRoles, type Permission, roleMay } from "@/lib/domain/permissions";
import type { Prisma } from "../kernel/db";

/** Selects the people who may do this, by a fixed role or by one of their organization. */
export function thoseWho(permission: Permission): Prisma.UserWhereInput {
  const roles = fixedRoles.filter((role) => roleMay(role, permission));
  return { OR: [{ role: { in: roles } }, { definedRole: { permissions: { has: permission } } }] };
}
