import "server-only";
import type { Gate } from "@/lib/domain/order/holds/gates";
import { forecast } from "@/lib/domain/scheduling/forecast";
import { formatAmount } from "@/lib/domain/values/money";
import { loadCredits } from "../../billing/credit";
import type { Ctx } from "../../kernel/ctx";
import { read, sql, type Tx } from "../../kernel/db";
import { loadPrices } from "./price-list";
import { loadTrees, partiesOf } from "./trees";

/** Holds what would hold a scheduled order on its day, and its price then, if nothing changes. */
export type OrderForecast = {
  gates: Gate[];
  /** Holds the totals including tax if the price list has changed since. */
  price: { before: string; after: string } | null;
};

/**
 * Returns forecasts of scheduled orders by id, including all that their payers have due before. The number of statements
 * does not depend on the number of orders. See docs/domain.md, section 5.
 */
export async function forecastOf(
  ctx: Ctx,
  orderIds: readonly string[],
  db: Pick<Tx, "$queryRaw" | "product"> = read(ctx),
): Promise<ReadonlyMap<string, OrderForecast>> {
  if (orderIds.length === 0) return new Map();
  const trees = await loadTrees(db, ctx, dueWith(ctx, orderIds));
  const dueAt = ({ tree }: (typeof trees)[number]) => Date.parse(tree.schedule?.nextAttemptAt ?? "");
  trees.sort((a, b) => dueAt(a) - dueAt(b));
  const primaries = trees.map(({ tree, headers }) => ({ tree, header: headers.get(tree.primary.id) }));
  const billedIds = primaries.flatMap(({ header }) => header?.billingTo.id ?? []);
  const credits = await loadCredits(db, ctx, [...new Set(billedIds)]);
  const prices = await loadPrices(
    db,
    ctx,
    primaries.flatMap(({ tree }) => tree.primary.items),
  );

  const orders = primaries.flatMap(({ tree, header }) => {
    const credit = header && credits.get(header.billingTo.id);
    return credit ? [{ tree, ...partiesOf(header, credit) }] : [];
  });
  const currencies = new Map(orders.map(({ tree }) => [tree.primary.id, tree.currency]));
  const wanted = new Set(orderIds);
  return new Map(
    [...forecast(orders, prices)]
      .filter(([id]) => wanted.has(id))
      .map(([id, { gates, price }]) => {
        const money = (value: Parameters<typeof formatAmount>[0]) =>
          formatAmount(value, currencies.get(id) ?? "");
        return [id, { gates, price: price && { before: money(price.before), after: money(price.after) } }];
      }),
  );
}

/** Selects the scheduled orders among these, and those due before them on the same billing account. */
function dueWith({ organizationId }: Ctx, orderIds: readonly string[]) {
  return sql`
    WITH wanted AS (
      SELECT billing_to_id, max(next_attempt_at) AS latest
      FROM orders
      JOIN order_schedules ON order_schedules.organization_id = orders.organization_id AND order_id = orders.id
      WHERE orders.organization_id = ${organizationId}::uuid AND orders.id = ANY(${orderIds}::uuid[])
        AND status_type = 'scheduled'
      GROUP BY billing_to_id
    )
    SELECT number FROM orders
    JOIN order_schedules ON order_schedules.organization_id = orders.organization_id AND order_id = orders.id
    JOIN wanted USING (billing_to_id)
    WHERE orders.organization_id = ${organizationId}::uuid AND status_type = 'scheduled' AND next_attempt_at <= latest`;
}
