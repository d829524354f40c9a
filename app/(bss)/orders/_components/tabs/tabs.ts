import type { Permission } from "@/lib/domain/permissions";

/** Lists the tabs of an order's page, which its address keeps as `?tab=`. */
export const orderTabs = {
  products: "Products",
  "sub-orders": "Sub-orders",
  invoices: "Invoices",
  subscriptions: "Subscriptions",
  history: "History",
} as const;
export type OrderTab = keyof typeof orderTabs;

/** Returns the tabs that a person may see; a sub-order has no sub-orders of its own. */
export function tabsOf(isPrimary: boolean, permissions: readonly Permission[]): OrderTab[] {
  const needed: Partial<Record<OrderTab, Permission>> = {
    invoices: "invoice:read",
    subscriptions: "subscription:read",
  };
  return (Object.keys(orderTabs) as OrderTab[]).filter((tab) => {
    const permission = needed[tab];
    return (isPrimary || tab !== "sub-orders") && (!permission || permissions.includes(permission));
  });
}

export function tabOf(value: unknown, tabs: readonly OrderTab[]): OrderTab {
  return tabs.find((tab) => tab === value) ?? "products";
}
