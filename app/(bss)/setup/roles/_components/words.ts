import type { FixedRole } from "@/lib/domain/permissions";

/** Says what each fixed role is for. */
export const fixedRoleDescriptions: Record<FixedRole, string> = {
  administrator: "They can do everything, including order statuses, users and the audit log.",
  operator: "They create and execute orders and keep accounts. They don't change the setup.",
  manager: "They see everything and change nothing.",
  customer: "They buy in the Storefront and see their account's orders.",
  reseller: "They approve and cancel their customers' orders in the Storefront.",
};
