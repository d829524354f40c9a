import "server-only";
import type { GateFilter } from "@/lib/domain/order/holds/gate-words";
import type { Gate } from "@/lib/domain/order/holds/gates";
import type { HeldFilter } from "@/lib/schemas/unexecuted";
import { owedByAccount, reservedForOrder } from "../../billing/credit";
import { join, type Prisma, sql } from "../../kernel/db";

/** Selects the order itself and, for a primary, its open sub-orders, which are executed with it. */
export const openParts = sql`
  SELECT orders.id, orders.sub_number
  UNION ALL
  SELECT sub_order.id, sub_order.sub_number FROM orders AS sub_order
  WHERE sub_order.organization_id = orders.organization_id AND sub_order.parent_id = orders.id
    AND sub_order.status_type NOT IN ('automatic_execute', 'cancelled')`;

/** Tells whether units of `item` are left to execute. */
export const hasRemaining = sql`item.quantity > item.delivered_quantity + item.executed_quantity + item.cancelled_quantity`;

/** Selects the inactive accounts of all organizations: once for a whole list, from an index that holds no others. */
const inactiveAccounts = sql`SELECT organization_id, id FROM accounts WHERE NOT active`;

/**
 * Holds each gate as a condition on `orders` joined with `billedCredit`. lib/domain/order/holds/gates.ts decides, and a test
 * keeps these conditions equal to it. See docs/decisions/2026-11-23-found-by-what-holds-them.md.
 */
const own: Record<Exclude<GateFilter, Outside>, Prisma.Sql> = {
  inactive_account: sql`((orders.organization_id, orders.account_id) IN (${inactiveAccounts})
    OR (orders.organization_id, orders.billing_to_id) IN (${inactiveAccounts}))`,
  configuration: sql`orders.unconfigured`,
  credit: sql`(orders.to_execute > 0 AND orders.to_execute > coalesce(credit.available, orders.to_execute))`,
  non_automatic: sql`orders.non_automatic`,
  subscription: sql`(orders.changes_subscription AND EXISTS (
    SELECT FROM (${openParts}) AS part
    JOIN order_items AS item ON item.organization_id = orders.organization_id AND item.order_id = part.id
      AND ${hasRemaining}
    JOIN subscriptions ON subscriptions.organization_id = item.organization_id AND subscriptions.id = item.subscription_id
    WHERE subscriptions.state = 'cancelled'))`,
};

/**
 * Names the gates that depend on an answer from outside, which only the order's whole facts can evaluate. The conditions
 * select candidates, and `holdsNow` decides.
 */
type Outside = "vendor" | "credit_check";
const outside: Record<Outside, Prisma.Sql> = {
  vendor: sql`orders.last_refusal @> '[{"gate":"vendor"}]'`,
  credit_check: sql`orders.last_refusal @> '[{"gate":"credit_check"}]'`,
};
export const askedOutside = sql`coalesce(${join(Object.values(outside), " OR ")}, false)`;

const anyOwn = join(Object.values(own), " OR ");

/**
 * Selects the orders for which `holdsNow` is true, and perhaps more of those that depend on an answer from outside.
 */
export function mayBeHeldBy(held: HeldFilter): Prisma.Sql {
  return held === "nothing" ? sql`NOT (${anyOwn})` : { ...own, ...outside }[held];
}

/** Tells whether these gates, which are all that hold an order, match the filter. */
export function holdsNow(held: HeldFilter, gates: readonly Gate[]): boolean {
  return held === "nothing" ? gates.length === 0 : gates.some(({ gate }) => gate === held);
}

/** Tells whether a gate that needs no outside answer holds the waiting order. */
export const isHeld = sql`(${anyOwn})`;

/** Holds a condition on `orders` with `billedCredit` where the query on `orders` joins nothing. */
export function withCredit(condition: Prisma.Sql): Prisma.Sql {
  return sql`EXISTS (SELECT FROM (SELECT) AS this ${billedCredit} WHERE ${condition})`;
}

/**
 * Joins the account that pays for the order and what can still be invoiced to it, including what was paid for the order;
 * null is unlimited. OFFSET 0 keeps PostgreSQL from computing it again at each place that names it.
 */
export const billedCredit = sql`CROSS JOIN LATERAL (
  SELECT accounts.id, accounts.name, accounts.credit_limit,
    CASE WHEN accounts.credit_limit IS NOT NULL THEN accounts.credit_limit - ${owedByAccount} + ${reservedForOrder} END AS available
  FROM accounts
  WHERE accounts.organization_id = orders.organization_id AND accounts.id = orders.billing_to_id
  OFFSET 0) AS credit`;
