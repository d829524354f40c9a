import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { RefreshOnChange } from "@/components/live/live";
import { listOrderStatuses } from "@/lib/server/order-statuses/queries/list-order-statuses";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { OrderStatusGrid } from "./order-status-grid";

export const metadata: Metadata = { title: "Order Status" };

export default async function OrderStatusPage() {
  const ctx = await requireCtx("order-status:save");
  const list = await listOrderStatuses(ctx);
  return (
    <RefreshOnChange topic="order_statuses">
      <PageHeader title="Order Status" />
      <OrderStatusGrid list={list} />
    </RefreshOnChange>
  );
}
