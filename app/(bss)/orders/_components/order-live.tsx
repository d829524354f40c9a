"use client";

import { RefreshOnChange } from "@/components/live";

/** The page follows what happens to the order elsewhere; what is typed and ticked on it stays. */
export function OrderLive({ primaryId, subscriptions }: { primaryId: string; subscriptions: boolean }) {
  return (
    <>
      <RefreshOnChange topic="orders" affects={primaryId} />
      {subscriptions && <RefreshOnChange topic="subscriptions" />}
    </>
  );
}
