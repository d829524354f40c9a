"use client";

import type { ReactNode } from "react";
import { RefreshOnChange } from "@/components/live/live";

interface OrderLiveProps {
  primaryId: string;
  /** Names the account that orders and the one that pays. A change of either may hold the order. */
  accountIds: readonly string[];
  children: ReactNode;
}

/** Follows what happens to the order elsewhere. What is typed and ticked on the page stays. */
export function OrderLive({ primaryId, accountIds, children }: OrderLiveProps) {
  return (
    <RefreshOnChange topic="orders" affects={primaryId}>
      <RefreshOnChange topic="credit" affects={accountIds}>
        {children}
      </RefreshOnChange>
    </RefreshOnChange>
  );
}
