import "server-only";
import type { Ctx } from "../../kernel/ctx";
import { type Prisma, sql } from "../../kernel/db";
import type { Position } from "../../kernel/keyset";

/** Returns what a cursor keeps of a row in a list by status: the status, and the date that sorts within it. */
export function statusKey({ status, orderDate }: { status: { id: string }; orderDate: string }): string {
  return `${status.id} ${orderDate}`;
}

type Stretches = {
  /** Holds the condition for the statuses that the list can contain. Reading the stretch of any other would be wasted. */
  statuses: Prisma.Sql;
  /** Holds the conditions of the list except the status. */
  listed: Prisma.Sql;
  position: Position | null;
  /** Tells whether to sort from the highest No. down, with the oldest order of each status first. */
  down: boolean;
  limit: number;
};

/**
 * Returns the orders of a list by the No. of their status, the newest of each status first. Each status has its own stretch
 * of the index; a page reads the stretch it begins in and then those behind it.
 */
export function pageByStatus(ctx: Ctx, { statuses, listed, position, down, limit }: Stretches): Prisma.Sql {
  const [status, date] = position?.key.split(" ") ?? [];
  const { byNo, byDate, beyond } = directions(down);
  const stretch = (one: Prisma.Sql) => sql`
    SELECT * FROM orders WHERE ${listed} AND status_id = ${one} ORDER BY order_date ${byDate}, id ${byDate} LIMIT ${limit}`;
  const places = sql`
    SELECT id, row_number() OVER (ORDER BY no ${byNo}, description ${byNo}, id ${byNo}) AS place FROM order_statuses
    WHERE organization_id = ${ctx.organizationId}::uuid AND ${statuses}`;
  const behind = (place: Prisma.Sql) => sql`
    SELECT one.* FROM places CROSS JOIN LATERAL (${stretch(sql`places.id`)}) AS one WHERE place > ${place}
    ORDER BY place, one.order_date ${byDate}, one.id ${byDate} LIMIT ${limit}`;
  if (!position) return sql`WITH places AS MATERIALIZED (${places}) ${behind(sql`0`)}`;
  const begun = stretch(
    sql`${status}::uuid AND (order_date, id) ${beyond} (${date}::timestamptz, ${position.id}::uuid)`,
  );
  return sql`
    WITH places AS MATERIALIZED (${places})
    SELECT one.* FROM ((${begun}) UNION ALL
      (${behind(sql`coalesce((SELECT place FROM places WHERE id = ${status}::uuid), 0)`)})) AS one
    JOIN places ON places.id = one.status_id
    ORDER BY place, one.order_date ${byDate}, one.id ${byDate} LIMIT ${limit}`;
}

/** Returns the same order for rows that are joined with their status. */
export function placeOfStatus(down: boolean): Prisma.Sql {
  const { byNo, byDate } = directions(down);
  return sql`order_statuses.no ${byNo}, order_statuses.description ${byNo}, order_statuses.id ${byNo},
    page.order_date ${byDate}, page.id ${byDate}`;
}

function directions(down: boolean) {
  return down
    ? { byNo: sql`DESC`, byDate: sql`ASC`, beyond: sql`>` }
    : { byNo: sql`ASC`, byDate: sql`DESC`, beyond: sql`<` };
}
