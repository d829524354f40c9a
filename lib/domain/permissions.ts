import type { AccountRole } from "./account-role";

/** This table says what each role may do: docs/domain.md, section 7. */

/** Lists the roles that every organization has and nobody can change. */
export const fixedRoles = ["administrator", "operator", "manager", "customer", "reseller"] as const;
export type FixedRole = (typeof fixedRoles)[number];

/** Lists what a person's row can say. People with a role that their organization defined are `custom`. */
export const roles = [...fixedRoles, "custom"] as const;
export type Role = (typeof roles)[number];

export const permissions = [
  "order:read",
  "order:create",
  "order:edit",
  "order:deliver",
  "order:execute",
  "order:cancel",
  "order:reverse",
  "credit:override",
  "credit-limit:save",
  "order-status:read",
  "order-status:save",
  "account:read",
  "account:save",
  "product:read",
  "product:save",
  "vendor:save",
  "credit-check:save",
  "webhook:save",
  "organization:save",
  "import:run",
  "invoice:read",
  "payment:record",
  "payment:reverse",
  "subscription:read",
  "provisioning:complete",
  "dashboard:read",
  "user:read",
  "user:save",
  "role:save",
  "sign-in:save",
  "api-key:read",
  "api-key:save",
  "audit:read",
  "message:read",
  "message:resend",
  "storefront:browse",
  "storefront:buy",
  "storefront:read-orders",
  "storefront:change-orders",
  "storefront:read-bills",
  "storefront:pay",
  "storefront:approve",
  "storefront:people",
] as const;
export type Permission = (typeof permissions)[number];

/** Lists what people in BSS may do. An organization makes its own roles of these. */
export const staffPermissions = permissions.filter((permission) => !permission.startsWith("storefront:"));

const readEverything: Permission[] = [
  "order:read",
  "order-status:read",
  "account:read",
  "product:read",
  "invoice:read",
  "subscription:read",
  "dashboard:read",
  "message:read",
];

const runOrders: Permission[] = [
  "order:create",
  "order:edit",
  "order:deliver",
  "order:execute",
  "order:cancel",
  "account:save",
  "payment:record",
  "payment:reverse",
  "provisioning:complete",
  "message:resend",
];

const ofStorefront = permissions.filter((permission) => permission.startsWith("storefront:"));

const granted: Record<FixedRole, readonly Permission[]> = {
  administrator: staffPermissions,
  operator: [...readEverything, ...runOrders],
  manager: readEverything,
  customer: ofStorefront.filter((permission) => permission !== "storefront:approve"),
  reseller: ofStorefront,
};

/** Says what each role within an account leaves of what customers and resellers may do. */
const grantedWithin: Record<AccountRole, readonly Permission[]> = {
  administrator: ofStorefront,
  buyer: [
    "storefront:browse",
    "storefront:buy",
    "storefront:read-orders",
    "storefront:change-orders",
    "storefront:approve",
  ],
  billing: ["storefront:browse", "storefront:read-orders", "storefront:read-bills", "storefront:pay"],
  viewer: ["storefront:browse", "storefront:read-orders", "storefront:read-bills"],
};

export function roleMay(role: FixedRole, permission: Permission): boolean {
  return granted[role].includes(permission);
}

/**
 * Holds all that decides what a person may do. `defined` holds the permissions of a role that their organization defined, and
 * `accountRole` is what people of an account are within it.
 */
export type Access = { role: Role; defined: readonly string[] | null; accountRole: AccountRole | null };

/** Returns the permissions of a person, in the order of the table. */
export function permissionsOfPerson({ role, defined, accountRole }: Access): Permission[] {
  if (!isStaff(role)) {
    const within = accountRole === null ? [] : grantedWithin[accountRole];
    return within.filter((permission) => roleMay(role as FixedRole, permission));
  }
  const held: readonly string[] = role === "custom" ? (defined ?? []) : granted[role];
  return permissions.filter((permission) => held.includes(permission));
}

/** Tells whether a role works in BSS; customers and resellers work in the Storefront. */
export function isStaff(role: Role): boolean {
  return role !== "customer" && role !== "reseller";
}

/** Names each fixed role on screen. The organization names the others. */
export const roleLabels: Record<FixedRole, string> = {
  administrator: "Administrator",
  operator: "Operator",
  manager: "Manager",
  customer: "Customer",
  reseller: "Reseller",
};

/** Names what a person's row can say, where no single role of the organization is meant. */
export const roleKindLabels: Record<Role, string> = { ...roleLabels, custom: "Your own roles" };

/** Returns the name of a role on screen; `defined` is that of a role which the organization defined. */
export function roleName(role: Role, defined: string | null | undefined): string {
  return role === "custom" ? (defined ?? "") : roleLabels[role];
}
