/** This table says what each role may do: docs/domain.md, section 7. */

export const roles = ["administrator", "operator", "manager", "customer", "reseller"] as const;
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
  "api-key:read",
  "api-key:save",
  "audit:read",
  "message:read",
  "message:resend",
  "storefront:use",
  "storefront:approve",
] as const;
export type Permission = (typeof permissions)[number];

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

const granted: Record<Role, ReadonlySet<Permission>> = {
  administrator: new Set(permissions.filter((permission) => !permission.startsWith("storefront:"))),
  operator: new Set([...readEverything, ...runOrders]),
  manager: new Set(readEverything),
  customer: new Set<Permission>(["storefront:use"]),
  reseller: new Set<Permission>(["storefront:use", "storefront:approve"]),
};

export function roleMay(role: Role, permission: Permission): boolean {
  return granted[role].has(permission);
}

/** Tells whether a role works in BSS; customers and resellers work in the Storefront. */
export function isStaff(role: Role): boolean {
  return role === "administrator" || role === "operator" || role === "manager";
}

/** Names each role on screen. */
export const roleLabels: Record<Role, string> = {
  administrator: "Administrator",
  operator: "Operator",
  manager: "Manager",
  customer: "Customer",
  reseller: "Reseller",
};
