import "server-only";
import { permissionsOf } from "@/lib/domain/api-key";
import type { Permission, Role } from "@/lib/domain/permissions";

/**
 * Returns what a caller must be allowed who hands out this role or its password, since they could then act as that user. An
 * API key with scopes thereby reaches no further than its scopes. The roles of the Storefront need nothing.
 */
export function neededFor(role: Role): Permission[] {
  return role === "customer" || role === "reseller" ? [] : permissionsOf(role);
}
