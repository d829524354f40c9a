import { type Permission, staffPermissions } from "../permissions";

/** Says what the permissions of a role need to work: docs/domain.md, section 7, "Roles". */

/**
 * Names the permissions without which another one leads nowhere, such as seeing what one may edit. What these need in turn
 * comes with them.
 */
const needs: Partial<Record<Permission, readonly Permission[]>> = {
  "order:read": ["order-status:read", "account:read"],
  "order:create": ["order:read", "product:read", "subscription:read"],
  "order:edit": ["order:read", "product:read", "subscription:read"],
  "order:deliver": ["order:read"],
  "order:execute": ["order:read"],
  "order:cancel": ["order:read"],
  "order:reverse": ["order:read"],
  "credit:override": ["order:execute"],
  "credit-limit:save": ["account:save"],
  "order-status:save": ["order-status:read"],
  "account:save": ["account:read"],
  "product:save": ["product:read"],
  // A webhook is told of all kinds of events, so its address shows what these permissions show.
  "webhook:save": ["order:read", "audit:read"],
  "import:run": ["account:save", "product:save", "order:create", "invoice:read"],
  "invoice:read": ["order:read"],
  "payment:record": ["invoice:read"],
  "payment:reverse": ["invoice:read"],
  "subscription:read": ["order:read"],
  "provisioning:complete": ["subscription:read"],
  "dashboard:read": ["order:read", "subscription:read"],
  "user:save": ["user:read", "account:read"],
  "role:save": ["user:read"],
  "api-key:save": ["api-key:read"],
  "message:read": ["order:read"],
  "message:resend": ["message:read"],
};

/** Returns these permissions with all that they need, in the order of the table. */
export function withNeeded(chosen: readonly Permission[]): Permission[] {
  const all = new Set<Permission>();
  const add = (permission: Permission) => {
    if (all.has(permission)) return;
    all.add(permission);
    for (const needed of needs[permission] ?? []) add(needed);
  };
  for (const permission of chosen) add(permission);
  return staffPermissions.filter((permission) => all.has(permission));
}

/** Returns the permissions that stay when one is taken away: those that need it go with it. */
export function without(chosen: readonly Permission[], taken: Permission): Permission[] {
  return chosen.filter((permission) => !withNeeded([permission]).includes(taken));
}

/** Returns what a permission needs itself, without what that needs in turn. */
export function neededFor(permission: Permission): readonly Permission[] {
  return needs[permission] ?? [];
}
