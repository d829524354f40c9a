import "server-only";
import { type Amount, amount } from "@/lib/domain/money";
import { gatesOf } from "@/lib/domain/order/execution";
import type { Gate } from "@/lib/domain/order/gates";
import type { OrderItem, OrderPart } from "@/lib/domain/order/order";
import { type Combination, isDraft, isFinal } from "@/lib/domain/order-status/combination";
import { type Ctx, requirePermission } from "../ctx";
import { read } from "../db";

/**
 * What holds each of these orders, primaries or sub-orders, by its id: the same gates as on its page, for many at
 * once in one statement. Executed, cancelled and draft orders are held by nothing. See docs/domain.md, section 2.
 */
export async function heldByOf(
  ctx: Ctx,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Gate[]>> {
  requirePermission(ctx, "order:read");
  const held = new Map<string, readonly Gate[]>(orderIds.map((id) => [id, []]));
  if (orderIds.length === 0) return held;

  for (const rows of groupBy(await loadRows(ctx, orderIds), (row) => row.number).values()) {
    const parts = [...groupBy(rows, (row) => row.orderId).values()].map(partOf);
    const [primary, ...subOrders] = parts.map(({ part }) => part);
    if (!primary) continue;
    const tree = { currency: rows[0]?.currency ?? "", primary, subOrders };
    for (const { part, billingTo } of parts) {
      if (!held.has(part.id) || isFinal(part.status.type) || isDraft(part.status)) continue;
      held.set(part.id, gatesOf(tree, part, billingTo));
    }
  }
  return held;
}

/** One item with its order and the credit of who is invoiced; an order without items is one row of its own. */
type Row = Combination & {
  number: string;
  orderId: string;
  code: string;
  currency: string;
  billingToId: string;
  billingToName: string;
  creditLimit: string | null;
  outstanding: string;
  item: StoredItem | null;
};

type StoredItem = Omit<OrderItem, "unitPrice" | "unitCost" | "discountPercent" | "taxRate"> &
  Record<"unitPrice" | "unitCost" | "discountPercent" | "taxRate", string>;

/** The whole trees of the orders, primaries first, items in their order. */
async function loadRows(ctx: Ctx, orderIds: readonly string[]): Promise<Row[]> {
  return read(ctx).$queryRaw<Row[]>`
    WITH parts AS (
      SELECT id, number, sub_number, code, currency, status_type, status_storefront_type, billing_to_id
      FROM orders
      WHERE organization_id = ${ctx.organizationId}::uuid AND number IN (
        SELECT number FROM orders WHERE organization_id = ${ctx.organizationId}::uuid AND id = ANY(${orderIds}::uuid[]))
    ), billed AS (
      SELECT id, name, credit_limit, (
        SELECT coalesce(sum(outstanding), 0) FROM invoices
        WHERE organization_id = accounts.organization_id AND account_id = accounts.id AND outstanding > 0
      ) AS outstanding
      FROM accounts
      WHERE organization_id = ${ctx.organizationId}::uuid AND id IN (SELECT billing_to_id FROM parts)
    )
    SELECT parts.number::text, parts.id AS "orderId", parts.code, parts.currency,
      parts.status_type AS type, parts.status_storefront_type AS "storefrontType",
      billed.id AS "billingToId", billed.name AS "billingToName", billed.credit_limit::text AS "creditLimit",
      billed.outstanding::text,
      CASE WHEN item.id IS NOT NULL THEN jsonb_build_object(
        'id', item.id, 'position', item.position, 'primaryItemId', item.primary_item_id,
        'productId', item.product_id, 'description', item.description, 'productType', products.type,
        'itemType', item.item_type, 'subscriptionId', item.subscription_id, 'billingPeriod', item.billing_period,
        'unitPrice', item.unit_price::text, 'unitCost', item.unit_cost::text,
        'discountPercent', item.discount_percent::text, 'taxRate', item.tax_rate::text,
        'configuration', item.configuration, 'requiredConfiguration', products.required_configuration,
        'nonAutomatic', products.non_automatic, 'provisioningDriver', products.provisioning_driver,
        'quantity', item.quantity, 'deliveredQuantity', item.delivered_quantity,
        'executedQuantity', item.executed_quantity, 'cancelledQuantity', item.cancelled_quantity) END AS item
    FROM parts
    JOIN billed ON billed.id = parts.billing_to_id
    LEFT JOIN order_items AS item ON item.organization_id = ${ctx.organizationId}::uuid AND item.order_id = parts.id
    LEFT JOIN products ON products.organization_id = item.organization_id AND products.id = item.product_id
    ORDER BY parts.number, parts.sub_number, item.position`;
}

function partOf(rows: readonly Row[]): { part: OrderPart; billingTo: BillingTo } {
  const [row] = rows;
  if (!row) throw new Error("A group has a row");
  return {
    part: {
      id: row.orderId,
      code: row.code,
      status: { type: row.type, storefrontType: row.storefrontType },
      items: rows.flatMap(({ item }) => (item ? [itemOf(item)] : [])),
    },
    billingTo: {
      id: row.billingToId,
      name: row.billingToName,
      credit: {
        limit: row.creditLimit === null ? null : amount(row.creditLimit),
        outstanding: amount(row.outstanding),
      },
    },
  };
}

type BillingTo = { id: string; name: string; credit: { limit: Amount | null; outstanding: Amount } };

function itemOf({ unitPrice, unitCost, discountPercent, taxRate, ...item }: StoredItem): OrderItem {
  return {
    ...item,
    unitPrice: amount(unitPrice),
    unitCost: amount(unitCost),
    discountPercent: amount(discountPercent),
    taxRate: amount(taxRate),
  };
}

/** Groups in the order in which they come. */
function groupBy<Value>(values: readonly Value[], keyOf: (value: Value) => string): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
