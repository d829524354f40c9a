import "server-only";
import { staff } from "../../kernel/definition/caller";
import { nothing, query } from "../../kernel/definition/query";
import { type OrderCounts, orderCounts } from "./order-counts";
import { type DayCounts, ordersPerDay } from "./orders-per-day";
import { type ProvisioningFailures, provisioningFailures } from "./provisioning-failures";
import { type ScheduledOrder, scheduledOrders } from "./scheduled-orders";
import { type StoppedWebhook, stoppedWebhooks } from "./stopped-webhooks";
import { type UnexecutedOrder, unexecutedOrders } from "./unexecuted-orders";

export type DashboardSummary = {
  counts: OrderCounts;
  /** Lists the oldest orders that only a BSS user may execute. */
  manual: UnexecutedOrder[];
  /** Holds the next scheduled orders, their number in total, and the statuses that they have. */
  scheduled: { orders: ScheduledOrder[]; count: number; statusIds: string[] };
  provisioning: ProvisioningFailures;
  /** Lists the webhooks that need an administrator, for a reader who is one. */
  webhooks: StoppedWebhook[];
  days: DayCounts[];
};

/** Returns everything on the dashboard besides the Unexecuted Orders. See docs/domain.md, section 6. */
export const dashboardSummary = query({
  name: "dashboard.summary",
  caller: staff("dashboard:read"),
  input: nothing,
  async run({ ctx }): Promise<DashboardSummary> {
    const [counts, manual, scheduled, provisioning, webhooks, days] = await Promise.all([
      orderCounts(ctx),
      unexecutedOrders(ctx, { nonAutomatic: true, limit: 5 }),
      scheduledOrders(ctx),
      provisioningFailures(ctx),
      stoppedWebhooks(ctx),
      ordersPerDay(ctx),
    ]);
    const waiting = counts.byStatus.filter(({ type }) => type === "scheduled");
    const count = waiting.reduce((sum, { orders }) => sum + orders, 0);
    const statusIds = waiting.map(({ statusId }) => statusId);
    return {
      counts,
      manual: manual.rows,
      scheduled: { orders: scheduled, count, statusIds },
      provisioning,
      webhooks,
      days,
    };
  },
});
