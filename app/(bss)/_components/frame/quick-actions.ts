import type { Permission } from "@/lib/domain/permissions";

/** Lists the actions that the search offers. */
export const quickActions: { label: string; href: string; permission: Permission }[] = [
  { label: "New order", href: "/orders/new", permission: "order:create" },
  { label: "New account", href: "/accounts/new", permission: "account:save" },
  { label: "New product", href: "/products/new", permission: "product:save" },
  { label: "New vendor", href: "/setup/vendors/new", permission: "vendor:save" },
  { label: "Invite user", href: "/setup/users/new", permission: "user:save" },
  { label: "New role", href: "/setup/roles/new", permission: "role:save" },
  { label: "New API key", href: "/setup/api-keys/new", permission: "api-key:save" },
  { label: "New webhook", href: "/setup/webhooks/new", permission: "webhook:save" },
];
