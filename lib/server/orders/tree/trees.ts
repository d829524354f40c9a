import "server-only";
import type { Credit } from "@/lib/domain/credit";
import type { Language } from "@/lib/domain/messages/message";
import type { Gate, InactiveAccount } from "@/lib/domain/order/holds/gates";
import type { Parties } from "@/lib/domain/order/moves/execution";
import type { OrderItem, OrderPart, OrderTree, Schedule } from "@/lib/domain/order/tree/order";
import type { OrderStatusType, StorefrontType } from "@/lib/domain/order-status/combination";
import { amount } from "@/lib/domain/values/money";
import type { Ctx } from "../../kernel/ctx";
import { type Prisma, sql, type Tx } from "../../kernel/db";

/** Holds the columns of an order's own row that its commands and page need. */
export type OrderHeader = {
  id: string;
  code: string;
  number: bigint;
  subNumber: number;
  name: string;
  note: string;
  version: number;
  currency: string;
  source: "bss" | "storefront";
  orderDate: Date;
  accountId: string;
  account: {
    name: string;
    active: boolean;
    /** Holds the email address for messages. */
    email: string | null;
    language: Language;
    reseller: { id: string; name: string } | null;
  };
  organization: { name: string };
  /** Holds the user whose basket it is, while it is one. */
  basketUserId: string | null;
  billingTo: { id: string; code: string; name: string; active: boolean };
  statusId: string;
  statusType: OrderStatusType;
  statusStorefrontType: StorefrontType;
  status: { description: string };
  /** Says that the order was executed or canceled in another system. */
  movedIn: boolean;
  /** Names it in the system that it was imported from. */
  externalId: string | null;
  /** Lists the gates that refused the last attempt to execute it. */
  lastRefusal: Gate[] | null;
};

/** Returns the parties that can hold an execution: the payer with its credit, and the reseller. */
export function partiesOf(header: OrderHeader, credit: Credit): Parties {
  const { id, name } = header.billingTo;
  const { reseller } = header.account;
  return { billingTo: { id, name, credit }, inactive: inactiveOf(header), reseller };
}

function inactiveOf({ accountId, account, billingTo }: OrderHeader): InactiveAccount[] {
  const { id, name, active } = billingTo;
  return [
    ...(account.active ? [] : [{ id: accountId, name: account.name, as: "account" as const }]),
    ...(active || id === accountId ? [] : [{ id, name, as: "payer" as const }]),
  ];
}

export type StoredTree = { tree: OrderTree; headers: ReadonlyMap<string, OrderHeader> };

/** Loads whole trees, primaries first and items in their order, in one statement for any number of orders. */
export async function loadTrees(
  db: Pick<Tx, "$queryRaw">,
  ctx: Ctx,
  numbers: Prisma.Sql,
): Promise<StoredTree[]> {
  const rows = await db.$queryRaw<Row[]>(treesStatement(ctx, numbers));
  const trees: (Pick<OrderTree, "currency" | "schedule"> & { parts: OrderPart[]; headers: Headers })[] = [];
  for (const { items, schedule, ...header } of rows) {
    const { currency, subNumber } = header;
    if (subNumber === 0) trees.push({ currency, schedule, parts: [], headers: new Map() });
    const tree = trees.at(-1);
    tree?.headers.set(header.id, header);
    tree?.parts.push({
      id: header.id,
      code: header.code,
      status: { type: header.statusType, storefrontType: header.statusStorefrontType },
      items: items.map(itemOf),
    });
  }
  return trees.flatMap(({ currency, schedule, parts: [primary, ...subOrders], headers }) =>
    primary ? [{ tree: { currency, primary, subOrders, schedule }, headers }] : [],
  );
}

/**
 * Selects the payer: the current payer of its account for a basket, and the payer it was placed for otherwise. See
 * docs/domain.md, section 5.
 */
const payer = sql`CASE WHEN orders.status_type = 'in_progress' AND orders.status_storefront_type = 'draft'
  THEN coalesce(account.billing_to_id, account.id) ELSE orders.billing_to_id END`;

function treesStatement({ organizationId }: Ctx, numbers: Prisma.Sql): Prisma.Sql {
  return sql`
    SELECT orders.id, orders.code, orders.number, orders.sub_number AS "subNumber", orders.name, orders.note,
      orders.version, orders.currency, orders.source, orders.moved_in AS "movedIn", orders.external_id AS "externalId", orders.order_date AS "orderDate",
      orders.account_id AS "accountId", orders.basket_user_id AS "basketUserId", jsonb_build_object(
        'name', account.name, 'active', account.active, 'email', account.email, 'language', account.language,
        'reseller', CASE WHEN reseller.id IS NOT NULL THEN jsonb_build_object('id', reseller.id, 'name', reseller.name) END
      ) AS account,
      (SELECT jsonb_build_object('name', name) FROM organizations WHERE id = orders.organization_id) AS organization,
      jsonb_build_object('id', billing_to.id, 'code', billing_to.code, 'name', billing_to.name, 'active', billing_to.active) AS "billingTo",
      orders.status_id AS "statusId", orders.status_type AS "statusType",
      orders.status_storefront_type AS "statusStorefrontType", orders.last_refusal AS "lastRefusal",
      jsonb_build_object('description', status.description) AS status,
      coalesce((
        SELECT jsonb_agg(jsonb_build_object(
          'id', item.id, 'position', item.position, 'primaryItemId', item.primary_item_id,
          'places', CASE WHEN item.places IS NOT NULL THEN jsonb_build_object(
            'line', (SELECT quantity FROM order_items AS delivered
              WHERE delivered.organization_id = item.organization_id AND delivered.id = item.primary_item_id),
            'ranges', (SELECT jsonb_agg(jsonb_build_array(lower(range), upper(range)) ORDER BY range)
              FROM unnest(item.places) AS range)) END,
          'productId', item.product_id, 'productCode', product.code, 'description', item.description, 'productType', product.type,
          'itemType', item.item_type, 'subscriptionId', item.subscription_id, 'billingPeriod', item.billing_period,
          'subscriptionEnded', changed.state IS NOT DISTINCT FROM 'cancelled',
          'unitPrice', item.unit_price::text, 'unitCost', item.unit_cost::text,
          'discountPercent', item.discount_percent::text, 'taxRate', item.tax_rate::text,
          'configuration', item.configuration, 'requiredConfiguration', product.required_configuration,
          'valueKinds', product.value_kinds,
          'nonAutomatic', product.non_automatic, 'provisioningDriver', product.provisioning_driver,
          'sold', product.active,
          'trial', CASE WHEN product.trial_days IS NOT NULL THEN
            jsonb_build_object('days', product.trial_days, 'maxQuantity', product.trial_max_quantity) END,
          'vendor', CASE WHEN vendor.id IS NOT NULL THEN
            jsonb_build_object('id', vendor.id, 'name', vendor.name, 'preCheck', vendor.pre_check) END,
          'quantity', item.quantity, 'deliveredQuantity', item.delivered_quantity,
          'executedQuantity', item.executed_quantity, 'cancelledQuantity', item.cancelled_quantity,
          'reversedQuantity', item.reversed_quantity) ORDER BY item.position)
        FROM order_items AS item
        JOIN products AS product ON product.organization_id = item.organization_id AND product.id = item.product_id
        LEFT JOIN subscriptions AS changed
          ON changed.organization_id = item.organization_id AND changed.id = item.subscription_id
        LEFT JOIN vendors AS vendor ON vendor.organization_id = product.organization_id AND vendor.id = product.vendor_id
        WHERE item.organization_id = orders.organization_id AND item.order_id = orders.id
      ), '[]') AS items,
      (
        SELECT jsonb_build_object('day', day, 'timeZone', time_zone, 'attempts', attempts,
          'nextAttemptAt', next_attempt_at, 'failure', failure)
        FROM order_schedules
        WHERE order_schedules.organization_id = orders.organization_id AND order_schedules.order_id = orders.id
      ) AS schedule
    FROM orders
    JOIN accounts AS account ON account.organization_id = orders.organization_id AND account.id = orders.account_id
    LEFT JOIN accounts AS reseller
      ON reseller.organization_id = account.organization_id AND reseller.id = account.reseller_id
    JOIN accounts AS billing_to
      ON billing_to.organization_id = orders.organization_id AND billing_to.id = ${payer}
    JOIN order_statuses AS status ON status.organization_id = orders.organization_id AND status.id = orders.status_id
    WHERE orders.organization_id = ${organizationId}::uuid AND orders.number IN (${numbers})
    ORDER BY orders.number, orders.sub_number`;
}

type Headers = Map<string, OrderHeader>;

type Row = OrderHeader & { items: StoredItem[]; schedule: Schedule | null };

type StoredItem = Omit<OrderItem, "unitPrice" | "unitCost" | "discountPercent" | "taxRate"> &
  Record<"unitPrice" | "unitCost" | "discountPercent" | "taxRate", string>;

function itemOf({ unitPrice, unitCost, discountPercent, taxRate, ...item }: StoredItem): OrderItem {
  return {
    ...item,
    unitPrice: amount(unitPrice),
    unitCost: amount(unitCost),
    discountPercent: amount(discountPercent),
    taxRate: amount(taxRate),
  };
}
