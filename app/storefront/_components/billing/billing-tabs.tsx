"use client";

import { usePathname } from "next/navigation";
import { useMay } from "@/components/layout/current-user";
import { ShopTabs } from "../frame/shop-tabs";

const orders = { href: "/storefront/billing/orders", label: "Orders" };
const bills = [
  { href: "/storefront/billing/invoices", label: "Invoices" },
  { href: "/storefront/billing/credit-notes", label: "Credit notes" },
  { href: "/storefront/billing/payments", label: "Payments" },
];

/** Leads between the parts of Billing. */
export function BillingTabs() {
  const path = usePathname();
  const parts = useMay("storefront:read-bills") ? [orders, ...bills] : [orders];
  return (
    <ShopTabs
      label="Billing"
      tabs={parts.map((part) => ({ ...part, current: path.startsWith(part.href) }))}
    />
  );
}
