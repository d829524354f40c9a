import "server-only";
import { amount } from "@/lib/domain/money";
import type { OrderItem, OrderPart, OrderTree } from "@/lib/domain/order/order";
import type { OrderStatusType, StorefrontType } from "@/lib/domain/order-status/combination";
import type { Ctx } from "../ctx";
import { type Prisma, sql, type Tx } from "../db";

/** The columns of an order's own row that its commands and page need. */
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
  account: { name: string };
  billingTo: { id: string; name: string };
  statusId: string;
  statusType: OrderStatusType;
  statusStorefrontType: StorefrontType;
  status: { description: string };
};

export type StoredTree = { tree: OrderTree; headers: ReadonlyMap<string, OrderHeader> };

/** Whole trees, primaries first and items in their order, of however many orders in one statement. */
export async function loadTrees(
  db: Pick<Tx, "$queryRaw">,
  ctx: Ctx,
  numbers: Prisma.Sql,
): Promise<StoredTree[]> {
  const rows = await db.$queryRaw<Row[]>(treesStatement(ctx, numbers));
  const trees: { currency: string; parts: OrderPart[]; headers: Map<string, OrderHeader> }[] = [];
  for (const { items, ...header } of rows) {
    if (header.subNumber === 0) trees.push({ currency: header.currency, parts: [], headers: new Map() });
    const tree = trees.at(-1);
    tree?.headers.set(header.id, header);
    tree?.parts.push({
      id: header.id,
      code: header.code,
      status: { type: header.statusType, storefrontType: header.statusStorefrontType },
      items: items.map(itemOf),
    });
  }
  return trees.flatMap(({ currency, parts: [primary, ...subOrders], headers }) =>
    primary ? [{ tree: { currency, primary, subOrders }, headers }] : [],
  );
}

function treesStatement({ organizationId }: Ctx, numbers: Prisma.Sql): Prisma.Sql {
  return sql`
    SELECT orders.id, orders.code, orders.number, orders.sub_number AS "subNumber", orders.name, orders.note,
      orders.version, orders.currency, orders.source, orders.order_date AS "orderDate",
      orders.account_id AS "accountId", jsonb_build_object('name', account.name) AS account,
      jsonb_build_object('id', billing_to.id, 'name', billing_to.name) AS "billingTo",
      orders.status_id AS "statusId", orders.status_type AS "statusType",
      orders.status_storefront_type AS "statusStorefrontType",
      jsonb_build_object('description', status.description) AS status,
      coalesce((
        SELECT jsonb_agg(jsonb_build_object(
          'id', item.id, 'position', item.position, 'primaryItemId', item.primary_item_id,
          'productId', item.product_id, 'description', item.description, 'productType', product.type,
          'itemType', item.item_type, 'subscriptionId', item.subscription_id, 'billingPeriod', item.billing_period,
          'unitPrice', item.unit_price::text, 'unitCost', item.unit_cost::text,
          'discountPercent', item.discount_percent::text, 'taxRate', item.tax_rate::text,
          'configuration', item.configuration, 'requiredConfiguration', product.required_configuration,
          'nonAutomatic', product.non_automatic, 'provisioningDriver', product.provisioning_driver,
          'quantity', item.quantity, 'deliveredQuantity', item.delivered_quantity,
          'executedQuantity', item.executed_quantity, 'cancelledQuantity', item.cancelled_quantity) ORDER BY item.position)
        FROM order_items AS item
        JOIN products AS product ON product.organization_id = item.organization_id AND product.id = item.product_id
        WHERE item.organization_id = orders.organization_id AND item.order_id = orders.id
      ), '[]') AS items
    FROM orders
    JOIN accounts AS account ON account.organization_id = orders.organization_id AND account.id = orders.account_id
    JOIN accounts AS billing_to
      ON billing_to.organization_id = orders.organization_id AND billing_to.id = orders.billing_to_id
    JOIN order_statuses AS status ON status.organization_id = orders.organization_id AND status.id = orders.status_id
    WHERE orders.organization_id = ${organizationId}::uuid AND orders.number IN (${numbers})
    ORDER BY orders.number, orders.sub_number`;
}

type Row = OrderHeader & { items: StoredItem[] };

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
