"use client";

import type { ReactNode } from "react";
import { RefreshOnChange } from "@/components/live";

interface OrderLiveProps {
  primaryId: string;
  /** Whose credit may hold it. */
  billingToId: string;
  children: ReactNode;
}

/** The page follows what happens to the order elsewhere; what is typed and ticked on it stays. */
export function OrderLive({ primaryId, billingToId, children }: OrderLiveProps) {
  return (
    <RefreshOnChange topic="orders" affects={primaryId}>
      <RefreshOnChange topic="credit" affects={billingToId}>
        {children}
      </RefreshOnChange>
    </RefreshOnChange>
  );
}
