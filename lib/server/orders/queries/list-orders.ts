import "server-only";
import type { OrderStatusType, StorefrontType } from "@/lib/domain/order-status/combination";
import { orderCodeIn } from "@/lib/domain/search/search";
import { formatAmount } from "@/lib/domain/values/money";
import { type FindOrdersInput, ListOrdersInput } from "@/lib/schemas/order-list";
import type { Ctx } from "../../kernel/ctx";
import { dayBegins } from "../../kernel/day-begins";
import { join, Prisma, read, sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { type Page, type SortColumn, sortedKeyset } from "../../kernel/keyset";
import { listWith, namesIn, ordersWith } from "../../search/found-by";
import { mayBeHeldBy, withCredit } from "../holds/holds";
import { statusUnexecuted } from "../tree/unexecuted";
import { pageByStatus, placeOfStatus, statusKey } from "./by-status";

export type OrderRow = {
  id: string;
  code: string;
  name: string;
  account: { id: string; code: string; name: string };
  source: "bss" | "storefront";
  /** Holds the time in RFC 3339, UTC. */
  orderDate: string;
  status: { id: string; description: string; color: string };
  type: OrderStatusType;
  storefrontType: StorefrontType;
  executedItems: number;
  items: number;
  /** Holds the day on which a scheduled order is to be executed. */
  executionDay: string | null;
  /** Holds an exact decimal in the currency. The total includes tax. */
  net: string;
  tax: string;
  total: string;
  currency: string;
  /** Names the account that is invoiced. */
  billingTo: string;
  /** Holds the time of the last change in RFC 3339, UTC. */
  updatedAt: string;
};

export type OrderPage = Page<OrderRow>;

/**
 * Returns a page of primary orders, newest first, searched and filtered; an order whose code is searched for comes first,
 * even a sub-order. Keyset pagination keeps the thousandth page as cheap as the first.
 */
export const listOrders = query({
  name: "order.list",
  caller: staff("order:read"),
  input: ListOrdersInput,
  async run({ ctx }, input): Promise<OrderPage> {
    const { meant, others } = await listedRows(ctx, input);
    return orderPage(input, meant, others);
  },
});

/** Selects a page's rows and one more, and beside them the order whose code is searched for. */
export async function listedRows(ctx: Ctx, input: FindOrders) {
  const found = (await read(ctx).$queryRaw<StoredRow[]>(await orderListStatement(ctx, input))).map(rowOf);
  const meant = found.filter(({ code }) => code === orderCodeIn(input.q));
  return { meant, others: found.filter((row) => !meant.includes(row)) };
}

/** Cuts rows into the page that is asked for. The order whose code is searched for comes first. */
export function orderPage(
  input: FindOrders,
  meant: readonly OrderRow[],
  others: readonly OrderRow[],
): OrderPage {
  const page = pageOf(input).page(others);
  return page.previous === null ? { ...page, rows: [...meant, ...page.rows] } : page;
}

/** Holds what the list on screen asks for, or what a program asks for beside that. */
export type FindOrders = ListOrdersInput | FindOrdersInput;

const sortable = {
  number: { key: sql`number`, keyType: "bigint", of: ({ code }) => code.split("-")[0] ?? "" },
  date: { key: sql`order_date`, keyType: "timestamptz", of: ({ orderDate }) => orderDate },
  total: { key: sql`final_price`, keyType: "numeric", of: ({ total }) => total },
  status: { key: sql`status_id`, keyType: "status", of: statusKey },
  updated: { key: sql`updated_at`, keyType: "timestamptz", of: ({ updatedAt }) => updatedAt },
} satisfies Record<string, SortColumn<OrderRow>>;

export function pageOf(input: FindOrders) {
  return sortedKeyset<OrderRow, keyof typeof sortable>(sortable, sql`id`, input);
}

/** Selects the page's rows and one more after the cursor, from an index that already has them in this order. */
export async function orderListStatement(ctx: Ctx, input: FindOrders): Promise<Prisma.Sql> {
  const { where, tail: page, direction, key, position, down } = pageOf(input);
  const meant = orderCodeIn(input.q);
  const others = meant ? sql`AND code <> ${meant}` : Prisma.empty;
  const sortsByStatus = input.sort.endsWith("status");
  const listed = (found: Prisma.Sql) => {
    if (sortsByStatus) {
      const conditions = sql`${join([...listedAs(ctx, input), found], " AND ")} ${others}`;
      const limit = input.limit + 1;
      return pageByStatus(ctx, {
        statuses: listedStatuses(input),
        listed: conditions,
        position,
        down,
        limit,
      });
    }
    const paged = sql`SELECT * FROM orders WHERE ${join([...listedAs(ctx, input), found], " AND ")} ${others} ${where}`;
    // Each status has its own stretch of the index by date, and merging the newest of each gives the newest of all.
    return input.status.length > 0 && input.sort.endsWith("date")
      ? sql`SELECT one.* FROM unnest(${input.status}::uuid[]) AS wanted(id)
          CROSS JOIN LATERAL (${paged} AND status_id = wanted.id ${page}) AS one ${page}`
      : sql`${paged} ${input.status.length > 0 ? sql`AND ${statuses(input)[0]}` : Prisma.empty} ${page}`;
  };
  const ofCode = sql`SELECT * FROM orders WHERE ${join([...filters(ctx, input), ...statuses(input), sql`code = ${meant}`], " AND ")}`;
  const found = searchesWords(input)
    ? sql`(${listWith(ctx, input.q, await namesOf(ctx, input), listed)})`
    : sql`(${listed(sql`true`)})`;
  const rows = meant ? sql`(${ofCode}) UNION ALL ${found}` : found;
  return sql`
    WITH page AS MATERIALIZED (${rows})
    SELECT page.id, page.code, page.name, page.source, page.order_date AS "orderDate",
      page.item_count AS items, page.executed_item_count AS "executedItems", page.net_total AS net,
      page.tax_total AS tax, page.final_price AS total, page.currency, billing_to.name AS "billingTo",
      page.updated_at AS "updatedAt",
      CASE WHEN page.status_type IN ('scheduled', 'executing') THEN order_schedules.day::text END AS "executionDay", page.status_type AS type, page.status_storefront_type AS "storefrontType",
      accounts.id AS "accountId", accounts.code AS "accountCode", accounts.name AS "accountName",
      order_statuses.id AS "statusId", order_statuses.description, order_statuses.color
    FROM page
    JOIN accounts ON accounts.organization_id = page.organization_id AND accounts.id = page.account_id
    JOIN accounts AS billing_to ON billing_to.organization_id = page.organization_id AND billing_to.id = page.billing_to_id
    LEFT JOIN order_schedules ON order_schedules.organization_id = page.organization_id AND order_schedules.order_id = page.id
    JOIN order_statuses ON order_statuses.organization_id = page.organization_id AND order_statuses.id = page.status_id
    ORDER BY ${sortsByStatus ? placeOfStatus(down) : sql`page.${key} ${direction}, page.id ${direction}`}`;
}

/** Selects all orders of a filter, for commands that act on the whole of it. */
export async function matchingOrders(ctx: Ctx, input: FindOrders): Promise<Prisma.Sql> {
  const words = searchesWords(input) ? [ordersWith(ctx, input.q, await namesOf(ctx, input))] : [];
  return join([...listedAs(ctx, input, orderCodeIn(input.q)), ...statuses(input), ...words], " AND ");
}

const namesOf = (ctx: Ctx, { q }: FindOrders) => namesIn(ctx, q, "accounts", "products");

/** Returns the code when the search is the whole code of a sub-order. */
function subOrderCode({ q }: FindOrders): string | null {
  const code = orderCodeIn(q);
  return code?.includes("-") ? code : null;
}

function searchesWords(input: FindOrders): boolean {
  return input.q !== "" && !subOrderCode(input);
}

/** Returns the conditions as the partial indexes have them, except for the order `named` by its code. */
function listedAs(ctx: Ctx, input: FindOrders, named: string | null = null): Prisma.Sql[] {
  const code = subOrderCode(input);
  return [
    code ? sql`code = ${code}` : sql`parent_id IS NULL`,
    ...filters(ctx, input),
    ...(input.status.length > 0 ? [] : [named ? sql`(${noBasket} OR code = ${named})` : noBasket]),
  ];
}

/** Returns the condition for the statuses of a list, equivalent to what `listedAs` asks of the orders. */
function listedStatuses({ status, unexecuted }: FindOrders): Prisma.Sql {
  return join(
    [
      status.length > 0
        ? sql`id = ANY(${status}::uuid[])`
        : sql`NOT (type = 'in_progress' AND storefront_type = 'draft')`,
      ...(unexecuted ? [sql`type = 'in_progress' AND storefront_type IN ('viewable', 'submitted')`] : []),
    ],
    " AND ",
  );
}

/** Excludes customers' baskets, which are listed only if their status or code is asked for. */
const noBasket = sql`NOT (status_type = 'in_progress' AND status_storefront_type = 'draft')`;

function filters(ctx: Ctx, input: FindOrders): Prisma.Sql[] {
  const { account, source, unexecuted, from, to } = input;
  return [
    sql`organization_id = ${ctx.organizationId}::uuid`,
    ...(account ? [sql`account_id = ${account}::uuid`] : []),
    ...(source ? [sql`source = ${source}::order_source`] : []),
    ...(unexecuted ? [statusUnexecuted] : []),
    ...(from ? [sql`order_date >= ${dayBegins(ctx, from, 0)}`] : []),
    ...(to ? [sql`order_date < ${dayBegins(ctx, to, 1)}`] : []),
    // They are candidates, of which the gates decide about those that depend on an answer from outside.
    ...("heldBy" in input && input.heldBy ? [statusUnexecuted, withCredit(mayBeHeldBy(input.heldBy))] : []),
    ...("updatedSince" in input && input.updatedSince
      ? [sql`updated_at >= ${input.updatedSince}::timestamptz`]
      : []),
  ];
}

function statuses({ status }: FindOrders): Prisma.Sql[] {
  return status.length > 0 ? [sql`status_id = ANY(${status}::uuid[])`] : [];
}

type Amounts = "net" | "tax" | "total";
type StoredRow = Omit<OrderRow, "orderDate" | "updatedAt" | "account" | "status" | Amounts> & {
  [Name in Amounts]: Prisma.Decimal;
} & {
  orderDate: Date;
  updatedAt: Date;
  accountId: string;
  accountCode: string;
  accountName: string;
  statusId: string;
  description: string;
  color: string;
};

function rowOf({
  accountId,
  accountCode,
  accountName,
  statusId,
  description,
  color,
  ...row
}: StoredRow): OrderRow {
  return {
    ...row,
    orderDate: row.orderDate.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    net: formatAmount(row.net, row.currency),
    tax: formatAmount(row.tax, row.currency),
    total: formatAmount(row.total, row.currency),
    account: { id: accountId, code: accountCode, name: accountName },
    status: { id: statusId, description, color },
  };
}
