import type { Ctx } from "@/lib/server/kernel/ctx";
import type { OrderDetail } from "@/lib/server/orders/queries/get-order";
import { orderHistory } from "@/lib/server/orders/queries/order-history";
import { HistoryList } from "./history-list-part";

export async function HistoryPanel({ ctx, order }: { ctx: Ctx; order: OrderDetail }) {
  const page = await orderHistory(ctx, { code: order.code });
  return <HistoryList code={order.code} currency={order.currency} page={page} />;
}
