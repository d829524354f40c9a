import type { Permission } from "../permissions";

const managing = ["user:save", "role:save"] as const satisfies Permission[];

/** Tells whether these permissions manage users and roles. Somebody active always has them: docs/domain.md, section 7, "Roles". */
export function managesPeople(permissions: readonly string[]): boolean {
  return managing.every((permission) => permissions.includes(permission));
}
