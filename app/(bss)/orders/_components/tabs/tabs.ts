/** Lists the tabs of an order's page, which its address keeps as `?tab=`. */
export const orderTabs = {
  products: "Products",
  "sub-orders": "Sub-orders",
  invoices: "Invoices",
  subscriptions: "Subscriptions",
  history: "History",
} as const;
export type OrderTab = keyof typeof orderTabs;

/** Returns the tab; a sub-order has no sub-orders of its own. */
export function tabsOf(isPrimary: boolean): OrderTab[] {
  const all = Object.keys(orderTabs) as OrderTab[];
  return isPrimary ? all : all.filter((tab) => tab !== "sub-orders");
}

export function tabOf(value: unknown, isPrimary: boolean): OrderTab {
  return tabsOf(isPrimary).find((tab) => tab === value) ?? "products";
}
