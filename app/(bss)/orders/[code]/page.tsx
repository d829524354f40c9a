import type { Metadata } from "next";
import { Suspense } from "react";
import { TableSkeleton } from "@/components/feedback/skeletons";
import { PageHeader } from "@/components/layout/page-header";
import { RefreshOnChange } from "@/components/live/live";
import { StatusBadge } from "@/components/status/status-badge";
import { getOrder } from "@/lib/server/orders/queries/get-order";
import { type StatusOption, statusOptions } from "@/lib/server/orders/queries/options";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { found } from "../../../_components/found";
import { HistoryPanel } from "../_components/history/history-panel";
import { HeldBy } from "../_components/order-page/held-by";
import { OrderActions } from "../_components/order-page/order-actions";
import { OrderFacts } from "../_components/order-page/order-facts";
import { OrderLive } from "../_components/order-page/order-live";
import { OrderMeta } from "../_components/order-page/order-meta";
import classes from "../_components/order-page/order-page.module.css";
import { ScheduledExecution } from "../_components/order-page/scheduled-execution-part";
import { InvoicesPanel } from "../_components/tabs/invoices-panel";
import { OrderTabs } from "../_components/tabs/order-tabs";
import { ProductsPanel } from "../_components/tabs/products-panel-part";
import { SubOrdersPanel } from "../_components/tabs/sub-orders-panel";
import { SubscriptionsPanel } from "../_components/tabs/subscriptions-panel";
import { tabOf, tabsOf } from "../_components/tabs/tabs";

export async function generateMetadata({ params }: PageProps<"/orders/[code]">): Promise<Metadata> {
  return { title: `Order ${(await params).code}` };
}

/** Shows an order. It has no loading.tsx: see docs/decisions/2026-11-24-skeletons-of-what-is-there.md. */
export default async function OrderPage({ params, searchParams }: PageProps<"/orders/[code]">) {
  const ctx = await requireCtx("order:read");
  const order = await found(getOrder, ctx, (await params).code);
  const tabs = tabsOf(order.isPrimary, ctx.actor.permissions);
  const tab = tabOf((await searchParams).tab, tabs);
  const statuses: StatusOption[] =
    order.may.edit || order.may.cancel || order.may.reverse ? await statusOptions(ctx) : [];

  return (
    <OrderLive primaryId={order.primaryId} accountIds={[order.account.id, order.billingTo.id]}>
      <HeldBy order={order} permissions={ctx.actor.permissions} locale={ctx.locale} />
      <PageHeader
        title={`Order ${order.code}`}
        badge={
          <StatusBadge
            label={order.status.description}
            color={order.status.color}
            role="status"
            name="Status"
          />
        }
        meta={<OrderMeta order={order} />}
        secondary={<OrderActions order={order} statuses={statuses} />}
      />
      {order.schedule && <ScheduledExecution order={order} schedule={order.schedule} />}
      <div className={classes.columns}>
        <div className={classes.story}>
          <OrderTabs tab={tab} tabs={tabs} subOrders={order.tree.subOrders.length} items={order.items.length}>
            {tab === "products" && <ProductsPanel order={order} />}
            {tab === "sub-orders" && <SubOrdersPanel order={order} statuses={statuses} />}
            <Suspense key={tab} fallback={<TableSkeleton />}>
              {tab === "invoices" && <InvoicesPanel ctx={ctx} order={order} />}
              {tab === "subscriptions" && (
                <RefreshOnChange topic="subscriptions">
                  <SubscriptionsPanel ctx={ctx} order={order} />
                </RefreshOnChange>
              )}
              {tab === "history" && <HistoryPanel ctx={ctx} order={order} />}
            </Suspense>
          </OrderTabs>
        </div>
        <OrderFacts order={order} />
      </div>
    </OrderLive>
  );
}
