import { ShopTabs } from "../frame/shop-tabs";

const tabs = [
  { name: "waiting", href: "/storefront/approvals", label: "Waiting" },
  { name: "all", href: "/storefront/approvals?show=all", label: "All orders" },
  { name: "customers", href: "/storefront/customers", label: "Customers" },
] as const;

/** Leads between the pages that a reseller has about its customers. */
export function ApprovalTabs({ current }: { current: (typeof tabs)[number]["name"] }) {
  return (
    <ShopTabs
      label="Approvals"
      tabs={tabs.map(({ name, ...tab }) => ({ ...tab, current: name === current }))}
    />
  );
}
