import "server-only";
import { formatAmount } from "@/lib/domain/money";
import { type Ctx, requirePermission } from "../ctx";
import { read } from "../db";

export type ScheduledOrder = {
  id: string;
  code: string;
  account: string;
  total: string;
  currency: string;
};

/** Orders that wait for their execution date, the longest waiting first: docs/domain.md, section 5. */
export async function scheduledOrders(ctx: Ctx, limit = 5): Promise<ScheduledOrder[]> {
  requirePermission(ctx, "dashboard:read");
  const statuses = await read(ctx).orderStatus.findMany({
    where: { type: "scheduled" },
    select: { id: true },
  });
  const orders = await read(ctx).order.findMany({
    where: { statusId: { in: statuses.map(({ id }) => id) }, parentId: null },
    orderBy: [{ orderDate: "asc" }, { id: "asc" }],
    take: limit,
    select: { id: true, code: true, finalPrice: true, currency: true, account: { select: { name: true } } },
  });
  return orders.map(({ id, code, finalPrice, currency, account }) => ({
    id,
    code,
    account: account.name,
    total: formatAmount(finalPrice.toString(), currency),
    currency,
  }));
}
