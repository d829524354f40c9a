import "server-only";
import { permissionsOf } from "@/lib/domain/api-key";
import type { Permission, Role } from "@/lib/domain/permissions";

/**
 * Returns the permissions that a caller needs to hand out this role or its password, because the caller could then act as that
 * user. So an API key reaches no further than its scopes. The roles of the Storefront need no further permission.
 */
export function neededFor(role: Role): Permission[] {
  return role === "customer" || role === "reseller" ? [] : permissionsOf(role);
}
