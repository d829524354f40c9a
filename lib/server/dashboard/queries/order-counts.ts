import "server-only";
import { type Combination, isUnexecuted } from "@/lib/domain/order-status/combination";
import { read } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { nothing, query } from "../../kernel/definition/query";

export type StatusCount = Combination & {
  statusId: string;
  no: number;
  description: string;
  color: string;
  active: boolean;
  orders: number;
};

export type OrderCounts = {
  unexecuted: number;
  /** Counts the unexecuted orders that only a BSS user may execute. */
  unexecutedNonAutomatic: number;
  /** Lists every status of the organization, by No. */
  byStatus: StatusCount[];
};

type Row = Omit<StatusCount, "statusId"> & { id: string; non_automatic: number };

/**
 * Returns the exact number of primary orders in each status without reading an order. Triggers append each change of a count to
 * order_count_changes, and the worker folds them into few rows.
 */
export const orderCounts = query({
  name: "dashboard.order-counts",
  caller: staff("order:read"),
  input: nothing,
  async run({ ctx }): Promise<OrderCounts> {
    const rows = await read(ctx).$queryRaw<Row[]>`
      SELECT order_statuses.id, no, description, color, active, type::text, storefront_type::text AS "storefrontType",
        coalesce(counted.orders, 0)::float8 AS orders, coalesce(counted.non_automatic, 0)::float8 AS non_automatic
      FROM order_statuses
      LEFT JOIN (
        SELECT status_id, sum(change) AS orders, sum(change) FILTER (WHERE non_automatic) AS non_automatic
        FROM order_count_changes WHERE organization_id = ${ctx.organizationId}::uuid AND is_primary
        GROUP BY status_id
      ) AS counted ON counted.status_id = order_statuses.id
      WHERE organization_id = ${ctx.organizationId}::uuid
      ORDER BY no, description`;

    const open = rows.filter(isUnexecuted);
    return {
      unexecuted: open.reduce((sum, row) => sum + row.orders, 0),
      unexecutedNonAutomatic: open.reduce((sum, row) => sum + row.non_automatic, 0),
      byStatus: rows.map(({ id, non_automatic: _, ...status }) => ({ statusId: id, ...status })),
    };
  },
});
