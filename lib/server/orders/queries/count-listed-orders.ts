import "server-only";
import { FindOrdersInput } from "@/lib/schemas/order-list";
import type { Ctx } from "../../kernel/ctx";
import { join, type Prisma, read, sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { matchingOrders } from "./list-orders";

/** Limits how many orders are counted row by row. A bulk run takes no more either. */
const countedAtMost = 10_000;

/**
 * Returns the exact number of listed orders, from counters where these exist. A search, an account or a date is counted row
 * by row, and nothing is returned beyond 10,000, or for orders that a gate holds.
 */
export const countListedOrders = query({
  name: "order.count",
  caller: staff("order:read"),
  input: FindOrdersInput,
  async run({ ctx }, input): Promise<number | undefined> {
    const { q, status, account, source, unexecuted, from, to, heldBy, updatedSince } = input;
    if (heldBy) return undefined;
    if (q || account || from || to || updatedSince) return countOneByOne(ctx, input);
    const wanted = [
      sql`organization_id = ${ctx.organizationId}::uuid`,
      sql`is_primary`,
      ...(status.length > 0 ? [sql`status_id = ANY(${status}::uuid[])`] : []),
      ...(status.length > 0 || unexecuted
        ? []
        : [sql`status_id NOT IN (${withCombination(ctx, sql`storefront_type = 'draft'`)})`]),
      ...(source ? [sql`source = ${source}::order_source`] : []),
      ...(unexecuted
        ? [sql`status_id IN (${withCombination(ctx, sql`storefront_type IN ('viewable', 'submitted')`)})`]
        : []),
    ];
    const [row] = await read(ctx).$queryRaw<{ orders: number }[]>`
      SELECT coalesce(sum(change), 0)::int AS orders FROM order_count_changes WHERE ${join(wanted, " AND ")}`;
    return row?.orders ?? 0;
  },
});

/** Selects the ids of the statuses of Type In progress that have this Storefront Type. */
function withCombination({ organizationId }: Ctx, shown: Prisma.Sql): Prisma.Sql {
  return sql`SELECT id FROM order_statuses
    WHERE organization_id = ${organizationId}::uuid AND type = 'in_progress' AND ${shown}`;
}

async function countOneByOne(ctx: Ctx, input: FindOrdersInput): Promise<number | undefined> {
  const matching = await matchingOrders(ctx, input);
  const [row] = await read(ctx).$queryRaw<{ orders: number }[]>`
    SELECT count(*)::int AS orders FROM (
      SELECT FROM orders WHERE ${matching} LIMIT ${countedAtMost + 1}
    ) AS counted`;
  return row && row.orders <= countedAtMost ? row.orders : undefined;
}
