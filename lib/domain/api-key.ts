import { type FixedRole, type Permission, permissions, roleMay } from "./permissions";

/** Says what keys of the API are: docs/domain.md, section 7, "API keys". */

/** Lists the roles that a key can have. Customers and resellers have no keys. */
export const keyRoles = ["manager", "operator", "administrator"] as const satisfies FixedRole[];
export type KeyRole = (typeof keyRoles)[number];

/** Says what a key is allowed to do: everything that its role allows, or only what its scopes name. */
export type KeyGrant = { role: KeyRole; scopes: readonly Permission[] | null };

/** Returns the permissions of a role, from which people choose the scopes of its keys. */
export function permissionsOf(role: KeyRole): Permission[] {
  return permissions.filter((permission) => roleMay(role, permission));
}

/** Returns the permissions of a key. */
export function permissionsOfKey({ role, scopes }: KeyGrant): Permission[] {
  return permissionsOf(role).filter((permission) => scopes?.includes(permission) ?? true);
}

/** Returns the grant with no more than these permissions; null narrows nothing. */
export function narrowed(grant: KeyGrant, wanted: readonly Permission[] | null): KeyGrant {
  if (!wanted) return grant;
  return { role: grant.role, scopes: permissionsOfKey(grant).filter((one) => wanted.includes(one)) };
}

/** Says how long a secret still counts after a rotation, in milliseconds. */
export const overlaps = {
  now: 0,
  hour: 60 * 60 * 1000,
  day: 24 * 60 * 60 * 1000,
  week: 7 * 24 * 60 * 60 * 1000,
} as const;
export type Overlap = keyof typeof overlaps;

/** Names the overlaps on screen. */
export const overlapLabels: Record<Overlap, string> = {
  now: "No time",
  hour: "1 hour",
  day: "24 hours",
  week: "7 days",
};

export type KeyState = "active" | "expired" | "revoked";

/** Tells whether a key still counts. A revoked key stays revoked, whenever it would have expired. */
export function keyState(key: { expiresAt: Date | null; revokedAt: Date | null }, now: Date): KeyState {
  if (key.revokedAt) return "revoked";
  return key.expiresAt && key.expiresAt <= now ? "expired" : "active";
}
