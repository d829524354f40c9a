"use client";

import type { ReactNode } from "react";
import { RefreshOnChange } from "@/components/live";

interface OrderLiveProps {
  primaryId: string;
  /** Who orders and who pays: what becomes of them may hold it. */
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
