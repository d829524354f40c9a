import type { ReactNode } from "react";
import { BillingTabs } from "../_components/billing/billing-tabs";

export default function BillingLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <BillingTabs />
      {children}
    </>
  );
}
