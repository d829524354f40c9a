import "server-only";
import { ListOrdersInput } from "@/lib/schemas/order-list";
import { type Ctx, requirePermission } from "../ctx";
import { join, read, sql } from "../db";

/**
 * How many primary orders the list has, exact at any size: a sum of few rows, never a scan. Nothing where the filters
 * go beyond what is counted (a search, an account, a date).
 */
export async function countListedOrders(ctx: Ctx, raw: unknown): Promise<number | undefined> {
  requirePermission(ctx, "order:read");
  const { q, status, account, source, unexecuted, from, to } = ListOrdersInput.parse(raw);
  if (q || account || from || to) return undefined;
  const wanted = [
    sql`organization_id = ${ctx.organizationId}::uuid`,
    sql`is_primary`,
    ...(status.length > 0 ? [sql`status_id = ANY(${status}::uuid[])`] : []),
    ...(source ? [sql`source = ${source}::order_source`] : []),
    ...(unexecuted
      ? [
          sql`status_id IN (SELECT id FROM order_statuses WHERE organization_id = ${ctx.organizationId}::uuid
            AND type = 'in_progress' AND storefront_type IN ('viewable', 'submitted'))`,
        ]
      : []),
  ];
  const [row] = await read(ctx).$queryRaw<{ orders: number }[]>`
    SELECT coalesce(sum(change), 0)::int AS orders FROM order_count_changes WHERE ${join(wanted, " AND ")}`;
  return row?.orders ?? 0;
}
