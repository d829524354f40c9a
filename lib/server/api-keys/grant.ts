import "server-only";
import type { KeyGrant, KeyRole } from "@/lib/domain/api-key";
import type { Permission, Role } from "@/lib/domain/permissions";

/** Returns the permissions of a stored key. The database holds only these roles, and an empty list if the key has no scopes. */
export function grantOf({ role, scopes }: { role: Role; scopes: readonly string[] }): KeyGrant {
  return { role: role as KeyRole, scopes: scopes.length > 0 ? (scopes as Permission[]) : null };
}
