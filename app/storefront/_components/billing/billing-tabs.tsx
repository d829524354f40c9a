"use client";

import { usePathname } from "next/navigation";
import { ShopTabs } from "../frame/shop-tabs";

const parts = [
  { href: "/storefront/billing/orders", label: "Orders" },
  { href: "/storefront/billing/invoices", label: "Invoices" },
  { href: "/storefront/billing/credit-notes", label: "Credit notes" },
  { href: "/storefront/billing/payments", label: "Payments" },
];

/** Leads between the parts of Billing. */
export function BillingTabs() {
  const path = usePathname();
  return (
    <ShopTabs
      label="Billing"
      tabs={parts.map((part) => ({ ...part, current: path.startsWith(part.href) }))}
    />
  );
}
