import "server-only";
import type { OrderStatusType, StorefrontType } from "@/lib/domain/order-status/combination";
import { ListOrdersInput } from "@/lib/schemas/order-list";
import { type Ctx, requirePermission } from "../ctx";
import { join, type Prisma, read, sql } from "../db";
import { keyset, type Page } from "../keyset";
import { statusUnexecuted } from "./unexecuted";

export type OrderRow = {
  id: string;
  code: string;
  name: string;
  account: { id: string; name: string };
  source: "bss" | "storefront";
  /** RFC 3339, UTC. */
  orderDate: string;
  status: { id: string; description: string; color: string };
  type: OrderStatusType;
  storefrontType: StorefrontType;
  executedItems: number;
  items: number;
  total: string;
  currency: string;
};

export type OrderPage = Page<OrderRow>;

/**
 * A page of primary orders, newest first, searched and filtered; a search for a sub-order's code finds the sub-order.
 * Keyset-paginated: the thousandth page costs what the first does.
 */
export async function listOrders(ctx: Ctx, raw: unknown): Promise<OrderPage> {
  requirePermission(ctx, "order:read");
  const input = ListOrdersInput.parse(raw);
  const found = await read(ctx).$queryRaw<StoredRow[]>(orderListStatement(ctx, input));
  return pageOf(input).page(found.map(rowOf), ({ orderDate, id }) => ({ key: orderDate, id }));
}

function pageOf(input: ListOrdersInput) {
  const list = { key: sql`order_date`, keyType: "timestamptz", id: sql`id`, descending: true } as const;
  return keyset(list, input);
}

/** The page's rows and one more, from the cursor on, read from an index that has them in order already. */
export function orderListStatement(ctx: Ctx, input: ListOrdersInput): Prisma.Sql {
  const { where, tail: page, direction } = pageOf(input);
  const matching = sql`SELECT * FROM orders WHERE ${join(conditions(ctx, input), " AND ")} ${where}`;
  // Each status has its own stretch of the index: the newest of each, merged, are the newest of all.
  const rows = input.status.length
    ? sql`SELECT one.* FROM unnest(${input.status}::uuid[]) AS wanted(id)
        CROSS JOIN LATERAL (${matching} AND status_id = wanted.id ${page}) AS one ${page}`
    : sql`${matching} ${page}`;
  return sql`
    WITH page AS MATERIALIZED (${rows})
    SELECT page.id, page.code, page.name, page.source, page.order_date AS "orderDate",
      page.item_count AS items, page.executed_item_count AS "executedItems", page.final_price::text AS total,
      page.currency, page.status_type AS type, page.status_storefront_type AS "storefrontType",
      accounts.id AS "accountId", accounts.name AS "accountName",
      order_statuses.id AS "statusId", order_statuses.description, order_statuses.color
    FROM page
    JOIN accounts ON accounts.organization_id = page.organization_id AND accounts.id = page.account_id
    JOIN order_statuses ON order_statuses.organization_id = page.organization_id AND order_statuses.id = page.status_id
    ORDER BY page.order_date ${direction}, page.id ${direction}`;
}

/** All orders of a filter, for what takes them as a whole. */
export function matchingOrders(ctx: Ctx, input: ListOrdersInput): Prisma.Sql {
  const status = input.status.length > 0 ? [sql`status_id = ANY(${input.status}::uuid[])`] : [];
  return join([...conditions(ctx, input), ...status], " AND ");
}

/** The predicates stand as the partial indexes have them. */
function conditions(ctx: Ctx, input: ListOrdersInput): Prisma.Sql[] {
  const { q, account, source, unexecuted, from, to } = input;
  const day = (value: string, plus: number) =>
    sql`((${value}::date + ${plus}::int)::timestamp AT TIME ZONE ${ctx.timeZone})`;
  return [
    sql`organization_id = ${ctx.organizationId}::uuid`,
    ...(subOrderCode.test(q) ? [sql`code = ${q}`] : [sql`parent_id IS NULL`, ...(q ? [search(q)] : [])]),
    ...(account ? [sql`account_id = ${account}::uuid`] : []),
    ...(source ? [sql`source = ${source}::order_source`] : []),
    ...(unexecuted ? [statusUnexecuted] : []),
    ...(from ? [sql`order_date >= ${day(from, 0)}`] : []),
    ...(to ? [sql`order_date < ${day(to, 1)}`] : []),
  ];
}

const subOrderCode = /^\d{1,18}-\d{1,6}$/;

/** The code begins with it or the name contains it; of one or two letters, a word of the name begins with them. */
function search(q: string): Prisma.Sql {
  const literal = q.replace(/[\\%_]/g, "\\$&");
  const name =
    q.length >= 3
      ? sql`name ILIKE ${`%${literal}%`}`
      : sql`(name ILIKE ${`${literal}%`} OR name ILIKE ${`% ${literal}%`})`;
  return /^\d+$/.test(q) ? sql`(code LIKE ${`${literal}%`} OR ${name})` : name;
}

type StoredRow = Omit<OrderRow, "orderDate" | "account" | "status"> & {
  orderDate: Date;
  accountId: string;
  accountName: string;
  statusId: string;
  description: string;
  color: string;
};

function rowOf({ accountId, accountName, statusId, description, color, ...row }: StoredRow): OrderRow {
  return {
    ...row,
    orderDate: row.orderDate.toISOString(),
    account: { id: accountId, name: accountName },
    status: { id: statusId, description, color },
  };
}
