import type { Metadata } from "next";
import { LinkButton } from "@/components/link-button";
import { RefreshOnChange } from "@/components/live";
import { PageHeader } from "@/components/page-header";
import { liveTopics } from "@/lib/schemas/live";
import { may } from "@/lib/server/ctx";
import { orderCounts } from "@/lib/server/dashboard/order-counts";
import { ordersPerDay } from "@/lib/server/dashboard/orders-per-day";
import { provisioningFailures } from "@/lib/server/dashboard/provisioning-failures";
import { scheduledOrders } from "@/lib/server/dashboard/scheduled-orders";
import { unexecutedOrders } from "@/lib/server/dashboard/unexecuted-orders";
import { requireCtx } from "@/lib/server/session";
import { ManualOrders, ProvisioningFailures, ScheduledOrders } from "./_components/order-lists";
import { OrdersByStatus } from "./_components/orders-by-status";
import { OrdersPerDay } from "./_components/orders-per-day";
import classes from "./_components/panel.module.css";
import { UnexecutedOrders } from "./_components/unexecuted-orders";

export const metadata: Metadata = { title: "Dashboard" };

export default async function DashboardPage() {
  const ctx = await requireCtx("dashboard:read");
  const [unexecuted, counts, manual, scheduled, provisioning, days] = await Promise.all([
    unexecutedOrders(ctx),
    orderCounts(ctx),
    unexecutedOrders(ctx, { nonAutomatic: true, limit: 5 }),
    scheduledOrders(ctx),
    provisioningFailures(ctx),
    ordersPerDay(ctx),
  ]);
  const mayCreate = may(ctx, "order:create");
  const scheduledCount = counts.byStatus
    .filter(({ type }) => type === "scheduled")
    .reduce((sum, { orders }) => sum + orders, 0);

  return (
    <>
      <PageHeader
        title="Dashboard"
        primary={mayCreate && <LinkButton href="/orders/new">New order</LinkButton>}
      />
      <div className={classes.panels}>
        <UnexecutedOrders initial={{ ...unexecuted, count: counts.unexecuted }} mayCreate={mayCreate} />
        <ManualOrders orders={manual.rows} count={counts.unexecutedNonAutomatic} />
        <ProvisioningFailures {...provisioning} />
        <ScheduledOrders orders={scheduled} count={scheduledCount} />
        <OrdersPerDay days={days} />
        <OrdersByStatus statuses={counts.byStatus} />
      </div>
      {liveTopics.map((topic) => (
        <RefreshOnChange key={topic} topic={topic} every={2000} />
      ))}
    </>
  );
}
