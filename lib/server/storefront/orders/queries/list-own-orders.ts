import "server-only";
import type { Combination } from "@/lib/domain/order-status/combination";
import { storefrontStatusLabel } from "@/lib/domain/order-status/storefront-label";
import { formatAmount } from "@/lib/domain/values/money";
import { ListOwnInput } from "@/lib/schemas/storefront";
import { type Prisma, read, sql } from "../../../kernel/db";
import { query } from "../../../kernel/definition/query";
import { keyset, type Page } from "../../../kernel/keyset";
import { forecastOf } from "../../../orders/tree/forecast";
import { customers } from "../../customer";

export type OwnOrderRow = {
  id: string;
  code: string;
  /** Holds the time in RFC 3339, UTC. */
  orderDate: string;
  /** Holds an exact decimal, including tax. */
  total: string;
  currency: string;
  status: Combination & { label: string };
  /** Tells whether a scheduled order would not be executed on its day if nothing changes. */
  wouldFail: boolean;
};

type Row = {
  id: string;
  code: string;
  orderDate: Date;
  total: Prisma.Decimal;
  currency: string;
} & Combination;

/** Returns the account's orders, newest first, without the basket. See docs/domain.md, section 5. */
export const listOwnOrders = query({
  name: "own-order.list",
  caller: customers("storefront:read-orders"),
  input: ListOwnInput,
  async run({ ctx, who: { accountId } }, { cursor, limit }): Promise<Page<OwnOrderRow>> {
    const pages = keyset(
      { key: sql`order_date`, keyType: "timestamptz", id: sql`id`, descending: true },
      { cursor, limit },
    );
    const rows = await read(ctx).$queryRaw<Row[]>(sql`
      SELECT id, code, order_date AS "orderDate", final_price AS total, currency, status_type AS type,
        status_storefront_type AS "storefrontType"
      FROM orders
      WHERE organization_id = ${ctx.organizationId}::uuid AND account_id = ${accountId}::uuid AND parent_id IS NULL
        AND NOT (status_type = 'in_progress' AND status_storefront_type = 'draft')
        ${pages.where} ${pages.tail}`);
    const page = pages.page(rows, (row) => ({ key: row.orderDate.toISOString(), id: row.id }));
    const scheduled = page.rows.filter(({ type }) => type === "scheduled").map(({ id }) => id);
    const forecasts = await forecastOf(ctx, scheduled);
    // An order that the scheduler has given up on no longer has a forecast.
    const wouldFail = new Set(scheduled.filter((id) => forecasts.get(id)?.gates.length !== 0));
    return {
      ...page,
      rows: page.rows.map(({ type, storefrontType, ...row }) => ({
        ...row,
        orderDate: row.orderDate.toISOString(),
        total: formatAmount(row.total, row.currency),
        status: { type, storefrontType, label: storefrontStatusLabel({ type, storefrontType }) },
        wouldFail: wouldFail.has(row.id),
      })),
    };
  },
});
