"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useLive } from "@/components/live/live";
import { useStill } from "@/components/live/still";
import { liveTopics } from "@/lib/schemas/live";
import type { DashboardSummary } from "@/lib/server/dashboard/queries/dashboard-summary";
import { ManualOrders, ProvisioningFailures, ScheduledOrders } from "./order-lists";
import { OrdersByStatus } from "./orders-by-status";
import { OrdersPerDay } from "./orders-per-day";
import { StoppedWebhooks } from "./stopped-webhooks";

/**
 * Keeps the lists and charts beside the Unexecuted Orders current. They are less urgent, so it reads them less often.
 */
export function Summary({ initial }: { initial: DashboardSummary }) {
  const router = useRouter();
  const [summary, setSummary] = useState(initial);

  const readAnew = async () => {
    const response = await fetch("/dashboard/summary");
    if (response.status === 401) return router.refresh();
    // The last answer stays on the screen until there is another.
    if (!response.ok) throw new Error(`${response.status}`);
    setSummary(await response.json());
  };
  useLive(liveTopics, readAnew, { every: 3000 });

  const { counts, manual, scheduled, provisioning, webhooks, days } = useStill(summary);
  return (
    <>
      {webhooks.length > 0 && <StoppedWebhooks webhooks={webhooks} />}
      <ManualOrders orders={manual} count={counts.unexecutedNonAutomatic} />
      <ProvisioningFailures {...provisioning} />
      <ScheduledOrders {...scheduled} />
      <OrdersPerDay days={days} />
      <OrdersByStatus statuses={counts.byStatus} />
    </>
  );
}
