import "server-only";
import type { Credit } from "@/lib/domain/credit";
import { amount, formatAmount, sum } from "@/lib/domain/money";
import { executionLines, gatesOf } from "@/lib/domain/order/execution";
import { freedBy } from "@/lib/domain/order/freed";
import { remembered } from "@/lib/domain/order/outside";
import { FreedOrdersInput } from "@/lib/schemas/payments";
import { loadCredit } from "../billing/credit";
import { type Ctx, requirePermission } from "../ctx";
import { read, sql } from "../db";
import { loadTrees, partiesOf, type StoredTree } from "./trees";

export type FreedOrder = {
  id: string;
  code: string;
  name: string;
  /** RFC 3339, UTC. */
  orderDate: string;
  /** What executing it now invoices, including tax. */
  total: string;
  currency: string;
};

/** As many open orders of one account are looked at; older ones go first anyway. */
const atMost = 500;

/**
 * The orders that a payment freed and that are still open, the oldest first; together they can be executed. Computed
 * anew each time, from the payment and what stands now. See docs/domain.md, section 4.
 */
export async function freedOrders(ctx: Ctx, raw: unknown): Promise<FreedOrder[]> {
  requirePermission(ctx, "order:read");
  const input = FreedOrdersInput.safeParse(raw);
  if (!input.success) return [];
  const { organizationId } = ctx;
  const payment = await read(ctx).payment.findUnique({
    where: { organizationId_id: { organizationId, id: input.data.paymentId }, reversedAt: null },
    select: { amount: true, accountId: true },
  });
  if (!payment) return [];

  const { accountId } = payment;
  const [credit, stored] = await Promise.all([
    loadCredit(read(ctx), ctx, accountId),
    loadTrees(
      read(ctx),
      ctx,
      sql`SELECT number FROM (
        SELECT number FROM orders
        WHERE organization_id = ${organizationId}::uuid AND billing_to_id = ${accountId}::uuid AND parent_id IS NULL
          AND status_type = 'in_progress' AND status_storefront_type IN ('viewable', 'submitted')
        ORDER BY order_date, id LIMIT ${atMost}) AS oldest`,
    ),
  ]);
  const orders = stored.flatMap(waiting);
  orders.sort((a, b) => a.header.orderDate.getTime() - b.header.orderDate.getTime());
  return freedBy(amount(payment.amount), credit, orders).map(({ header, total }) => ({
    id: header.id,
    code: header.code,
    name: header.name,
    orderDate: header.orderDate.toISOString(),
    total: formatAmount(total, header.currency),
    currency: header.currency,
  }));
}

function waiting({ tree, headers }: StoredTree) {
  const header = headers.get(tree.primary.id);
  if (!header) return [];
  const total = sum(executionLines(tree, tree.primary).map((line) => line.amounts.total));
  const gates = (credit: Credit) =>
    gatesOf(tree, tree.primary, partiesOf(header, credit), remembered(header.lastRefusal));
  return [{ header, total, gates }];
}
