import type { FixedRole } from "@/lib/domain/permissions";

/** Says what each fixed role is for. */
export const fixedRoleDescriptions: Record<FixedRole, string> = {
  administrator: "Everything, with order statuses, users and the audit log.",
  operator: "Orders and accounts; no setup.",
  manager: "Reads everything, changes nothing.",
  customer: "Storefront: the account's catalogue, basket and orders.",
  reseller: "Storefront: sees, approves and cancels orders of the account's customers.",
};
