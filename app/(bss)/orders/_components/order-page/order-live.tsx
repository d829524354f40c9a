"use client";

import type { ReactNode } from "react";
import { RefreshOnChange } from "@/components/live/live";

interface OrderLiveProps {
  primaryId: string;
  /** The account that orders and the one that pays: a change of either may hold the order. */
  accountIds: readonly string[];
  children: ReactNode;
}

/** The page follows what happens to the order elsewhere; what is typed and ticked on it stays. */
export function OrderLive({ primaryId, accountIds, children }: OrderLiveProps) {
  return (
    <RefreshOnChange topic="orders" affects={primaryId}>
      <RefreshOnChange topic="credit" affects={accountIds}>
        {children}
      </RefreshOnChange>
    </RefreshOnChange>
  );
}
