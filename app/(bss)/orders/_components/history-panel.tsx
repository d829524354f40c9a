import type { Ctx } from "@/lib/server/ctx";
import type { OrderDetail } from "@/lib/server/orders/detail";
import { orderHistory } from "@/lib/server/orders/history";
import { HistoryList } from "./history-list";

export async function HistoryPanel({ ctx, order }: { ctx: Ctx; order: OrderDetail }) {
  const page = await orderHistory(ctx, { code: order.code });
  return <HistoryList code={order.code} currency={order.currency} page={page} />;
}
