import "server-only";
import { z } from "zod";
import { treeTotals } from "@/lib/domain/order/amounts/totals";
import {
  type LineProgress,
  lineState,
  type TradeState,
  tradeState,
  tradeStates,
} from "@/lib/domain/order/trade-state";
import { startOfDay } from "@/lib/domain/values/day";
import { formatAmount } from "@/lib/domain/values/money";
import { OrderCode } from "@/lib/schemas/orders";
import { loadCredits } from "../../billing/credit";
import type { Ctx } from "../../kernel/ctx";
import { join, type Prisma, read, sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { askedOutside, isHeld, withCredit } from "../holds/holds";
import { waitingParts } from "../holds/waiting-parts";
import { loadTrees, type StoredTree } from "../tree/trees";
import { countListedOrders } from "./count-listed-orders";

/** Limits how far an offset reaches and how many orders are counted, since both read row by row. */
const farthest = 10_000;

const TradeOrdersInput = z.object({
  codes: z.array(OrderCode).max(100).optional(),
  state: z.enum(tradeStates).optional(),
  orderDate: z.iso.datetime({ offset: true }).optional(),
  offset: z.coerce.number().int().min(0).max(farthest).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

/** Describes an order as other companies' systems see it. Its amounts are exact decimals in its currency. */
export type TradeOrder = {
  code: string;
  version: number;
  note: string;
  /** Holds times in RFC 3339, UTC. */
  orderDate: string;
  completedAt: string | null;
  canceled: { at: string; comment: string } | null;
  /** Holds when its execution is scheduled for. */
  startsAt: string | null;
  state: TradeState;
  account: { code: string; name: string };
  billingTo: { code: string; name: string };
  currency: string;
  net: string;
  total: string;
  lines: TradeLine[];
};

export type TradeLine = {
  id: string;
  quantity: number;
  action: "add" | "modify";
  state: TradeState;
  product: { code: string; name: string };
  /** Names the subscription that the line adds units to. */
  subscriptionId: string | null;
  configuration: Readonly<Record<string, string>>;
  billingPeriod: "month" | "year" | "once";
  unitPrice: string;
  taxRate: string;
};

export type TradeOrders = {
  orders: TradeOrder[];
  /** Counts all orders of the filter, or is null if there are more than 10,000. */
  total: number | null;
};

type Row = {
  id: string;
  number: bigint;
  executedAt: Date | null;
  accountCode: string;
  canceledAt: Date | null;
  comment: string | null;
};

/**
 * Returns primary orders as other companies' systems see them, newest first. A state that depends on an answer from outside is
 * decided for each order, so that a page can be shorter than its limit. See docs/domain.md, section 8, "TMF622".
 */
export const tradeOrders = query({
  name: "order.trade",
  caller: staff("order:read"),
  input: TradeOrdersInput,
  async run({ ctx }, input): Promise<TradeOrders> {
    const wanted = join(conditions(ctx, input), " AND ");
    const [rows, total] = await Promise.all([
      read(ctx).$queryRaw<Row[]>(rowsStatement(wanted, input)),
      input.codes || input.state || input.orderDate ? countUpTo(ctx, wanted) : countListedOrders(ctx, {}),
    ]);
    const found = await wholeOrders(ctx, rows);
    const orders = input.state ? found.filter(({ state }) => state === input.state) : found;
    return { orders, total: total ?? null };
  },
});

async function countUpTo(ctx: Ctx, wanted: Prisma.Sql): Promise<number | undefined> {
  const [counted] = await read(ctx).$queryRaw<{ orders: number }[]>(sql`
    SELECT count(*)::int AS orders FROM (SELECT FROM orders WHERE ${wanted} LIMIT ${farthest + 1}) AS counted`);
  return counted && counted.orders <= farthest ? counted.orders : undefined;
}

function rowsStatement(wanted: Prisma.Sql, { offset, limit }: z.output<typeof TradeOrdersInput>): Prisma.Sql {
  return sql`
    WITH page AS MATERIALIZED (
      SELECT * FROM orders WHERE ${wanted} ORDER BY order_date DESC, id DESC OFFSET ${offset} LIMIT ${limit}
    )
    SELECT page.id, page.number, page.executed_at AS "executedAt", accounts.code AS "accountCode",
      canceled.at AS "canceledAt", canceled.comment
    FROM page
    JOIN accounts ON accounts.organization_id = page.organization_id AND accounts.id = page.account_id
    LEFT JOIN LATERAL (
      SELECT events.at, events.comment FROM events
      WHERE events.organization_id = page.organization_id AND events.order_id = page.id AND events.kind = 'order.cancelled'
      ORDER BY events.id DESC LIMIT 1
    ) AS canceled ON true
    ORDER BY page.order_date DESC, page.id DESC`;
}

const waits = sql`status_type = 'in_progress' AND status_storefront_type IN ('viewable', 'submitted')`;

const begun = sql`EXISTS (
  SELECT FROM orders AS part
  JOIN order_items AS item ON item.organization_id = part.organization_id AND item.order_id = part.id
  WHERE part.organization_id = orders.organization_id AND (part.id = orders.id OR part.parent_id = orders.id)
    AND item.executed_quantity > 0)`;

/** Selects the orders of each state, and for two of them perhaps more that depend on an answer from outside. */
const ofState: Record<TradeState, Prisma.Sql> = {
  acknowledged: sql`(status_type = 'scheduled' OR ${waits} AND NOT ${begun} AND NOT ${withCredit(isHeld)})`,
  held: sql`${waits} AND NOT ${begun} AND ${withCredit(sql`${isHeld} OR ${askedOutside}`)}`,
  pending: sql`status_type = 'in_progress' AND status_storefront_type = 'pending_approval'`,
  inProgress: sql`(status_type = 'executing' OR ${waits} AND ${begun})`,
  completed: sql`status_type = 'automatic_execute'`,
  cancelled: sql`status_type = 'cancelled' AND status_storefront_type <> 'pending_approval'`,
  rejected: sql`status_type = 'cancelled' AND status_storefront_type = 'pending_approval'`,
};

function conditions(ctx: Ctx, { codes, state, orderDate }: z.output<typeof TradeOrdersInput>): Prisma.Sql[] {
  return [
    sql`organization_id = ${ctx.organizationId}::uuid AND parent_id IS NULL`,
    sql`NOT (status_type = 'in_progress' AND status_storefront_type = 'draft')`,
    ...(codes ? [sql`code = ANY(${codes})`] : []),
    ...(orderDate ? [sql`order_date = ${orderDate}::timestamptz`] : []),
    ...(state ? [ofState[state]] : []),
  ];
}

async function wholeOrders(ctx: Ctx, rows: readonly Row[]): Promise<TradeOrder[]> {
  const numbers = rows.map(({ number }) => number);
  const trees = await loadTrees(read(ctx), ctx, sql`SELECT unnest(${numbers}::bigint[])`);
  const waiting = trees.flatMap(waitingParts);
  const credits = await loadCredits(read(ctx), ctx, [...new Set(waiting.map((one) => one.billingToId))]);
  const held = new Set(
    waiting.flatMap(({ part, billingToId, gates }) => {
      const credit = credits.get(billingToId);
      return credit && gates(credit).length > 0 ? [part.id] : [];
    }),
  );
  const treeOf = new Map(trees.map((stored) => [stored.tree.primary.id, stored]));
  return rows.flatMap((row) => {
    const stored = treeOf.get(row.id);
    return stored ? (tradeOrderOf(row, stored, held.has(row.id)) ?? []) : [];
  });
}

function tradeOrderOf(row: Row, { tree, headers }: StoredTree, held: boolean): TradeOrder | null {
  const { primary, currency, schedule } = tree;
  const header = headers.get(primary.id);
  if (!header) return null;
  const parts = [primary, ...tree.subOrders];
  const begun = parts.some(({ items }) => items.some(({ executedQuantity }) => executedQuantity > 0));
  const state = tradeState({ status: primary.status, begun, held });
  if (!state) return null;
  const totals = treeTotals(tree);
  const waits = primary.status.type === "scheduled" || primary.status.type === "executing";
  return {
    code: primary.code,
    version: header.version,
    note: header.note,
    orderDate: header.orderDate.toISOString(),
    completedAt: state === "completed" ? (row.executedAt?.toISOString() ?? null) : null,
    canceled: row.canceledAt && { at: row.canceledAt.toISOString(), comment: row.comment ?? "" },
    startsAt: waits && schedule ? startOfDay(schedule.day, schedule.timeZone).toISOString() : null,
    state,
    account: { code: row.accountCode, name: header.account.name },
    billingTo: { code: header.billingTo.code, name: header.billingTo.name },
    currency,
    net: formatAmount(totals.net, currency),
    total: formatAmount(totals.finalPrice, currency),
    lines: primary.items.map((item) => ({
      id: item.id,
      quantity: item.quantity,
      action: item.itemType === "quantity_change" ? "modify" : "add",
      state: lineState(lineProgress(item.id, parts), state),
      product: { code: item.productCode, name: item.description },
      subscriptionId: item.subscriptionId,
      configuration: item.configuration,
      billingPeriod: item.billingPeriod,
      unitPrice: formatAmount(item.unitPrice, currency),
      taxRate: item.taxRate.toFixed(),
    })),
  };
}

/** Counts what became of a line's units, in the primary and in the sub-orders that deliver it. */
function lineProgress(itemId: string, parts: readonly StoredTree["tree"]["primary"][]): LineProgress {
  const items = parts
    .flatMap((part) => part.items)
    .filter((item) => item.id === itemId || item.primaryItemId === itemId);
  const own = items.find(({ id }) => id === itemId);
  const sum = (count: (item: (typeof items)[number]) => number) =>
    items.reduce((total, item) => total + count(item), 0);
  return {
    quantity: own?.quantity ?? 0,
    executed: sum(({ executedQuantity }) => executedQuantity),
    // Units of a canceled sub-order are the primary's again.
    cancelled: own?.cancelledQuantity ?? 0,
  };
}
