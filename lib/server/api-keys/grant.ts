import "server-only";
import type { KeyGrant, KeyRole } from "@/lib/domain/api-key";
import type { Permission, Role } from "@/lib/domain/permissions";

/** Returns what a stored key may. The database holds no other roles, and an empty list for a key without scopes. */
export function grantOf({ role, scopes }: { role: Role; scopes: readonly string[] }): KeyGrant {
  return { role: role as KeyRole, scopes: scopes.length > 0 ? (scopes as Permission[]) : null };
}
