"use client";

import { RefreshOnChange } from "@/components/live";

interface OrderLiveProps {
  primaryId: string;
  /** Whose credit may hold it. */
  billingToId: string;
  subscriptions: boolean;
}

/** The page follows what happens to the order elsewhere; what is typed and ticked on it stays. */
export function OrderLive({ primaryId, billingToId, subscriptions }: OrderLiveProps) {
  return (
    <>
      <RefreshOnChange topic="orders" affects={primaryId} />
      <RefreshOnChange topic="credit" affects={billingToId} />
      {subscriptions && <RefreshOnChange topic="subscriptions" />}
    </>
  );
}
