import "server-only";
import { z } from "zod";
import { read } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { organizationTimeZone } from "../../organizations/day";

export type DayCounts = {
  /** Holds a calendar day of the organization, such as "2026-11-23". */
  day: string;
  created: number;
  executed: number;
};

/**
 * Counts primary orders by order date and by execution for each of the last `days` days up to today. Reads only the entries of
 * these days in two indexes, however many orders exist.
 */
export const ordersPerDay = query({
  name: "dashboard.orders-per-day",
  caller: staff("dashboard:read"),
  input: z.number().int().min(1).max(366).default(30),
  async run({ ctx }, days): Promise<DayCounts[]> {
    const { organizationId, now } = ctx;
    const timeZone = await organizationTimeZone(read(ctx), ctx);
    return read(ctx).$queryRaw<DayCounts[]>`
      WITH bounds AS (
        SELECT (${now}::timestamptz AT TIME ZONE ${timeZone})::date - ${days - 1}::int AS first_day,
          (${now}::timestamptz AT TIME ZONE ${timeZone})::date AS last_day
      ), created AS (
        SELECT (order_date AT TIME ZONE ${timeZone})::date AS day, count(*) AS orders
        FROM orders
        WHERE organization_id = ${organizationId}::uuid AND parent_id IS NULL
          AND order_date >= (SELECT first_day::timestamp AT TIME ZONE ${timeZone} FROM bounds)
          AND order_date < (SELECT (last_day + 1)::timestamp AT TIME ZONE ${timeZone} FROM bounds)
        GROUP BY 1
      ), executed AS (
        SELECT (executed_at AT TIME ZONE ${timeZone})::date AS day, count(*) AS orders
        FROM orders
        WHERE organization_id = ${organizationId}::uuid AND parent_id IS NULL AND executed_at IS NOT NULL
          AND executed_at >= (SELECT first_day::timestamp AT TIME ZONE ${timeZone} FROM bounds)
          AND executed_at < (SELECT (last_day + 1)::timestamp AT TIME ZONE ${timeZone} FROM bounds)
        GROUP BY 1
      )
      SELECT to_char(days.day, 'YYYY-MM-DD') AS day,
        coalesce(created.orders, 0)::float8 AS created, coalesce(executed.orders, 0)::float8 AS executed
      FROM bounds
      CROSS JOIN LATERAL generate_series(first_day, last_day, '1 day') AS days(day)
      LEFT JOIN created ON created.day = days.day::date
      LEFT JOIN executed ON executed.day = days.day::date
      ORDER BY days.day`;
  },
});
