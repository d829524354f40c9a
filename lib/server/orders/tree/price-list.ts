import "server-only";
import type { ListPrice, PriceChange } from "@/lib/domain/order/amounts/repricing";
import type { OrderItem } from "@/lib/domain/order/tree/order";
import { amount } from "@/lib/domain/values/money";
import type { Ctx } from "../../kernel/ctx";
import { type Prisma, sql, type Tx } from "../../kernel/db";

/**
 * Loads the current prices of these items' products. It leaves out products that are no longer sold: docs/domain.md,
 * section 5.
 */
export async function loadPrices(
  db: Pick<Tx, "product">,
  { organizationId }: Ctx,
  items: readonly OrderItem[],
): Promise<ReadonlyMap<string, ListPrice>> {
  const rows = await db.product.findMany({
    where: { organizationId, active: true, id: { in: [...new Set(items.map((item) => item.productId))] } },
    select: { id: true, price: true, cost: true, taxRate: true },
  });
  return new Map(rows.map((product) => [product.id, listPrice(product)]));
}

/** Returns the price in a product's row. */
export function listPrice({
  price,
  cost,
  taxRate,
}: Record<"price" | "cost" | "taxRate", Prisma.Decimal>): ListPrice {
  return { unitPrice: amount(price), unitCost: amount(cost), taxRate: amount(taxRate) };
}

/** Writes the price list's prices to items. */
export async function writePrices(tx: Tx, ctx: Ctx, changes: readonly PriceChange[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ item, price }) => ({
    id: item.id,
    unitPrice: price.unitPrice.toFixed(),
    unitCost: price.unitCost.toFixed(),
    taxRate: price.taxRate.toFixed(),
  }));
  await tx.$executeRaw(sql`
    UPDATE order_items SET unit_price = v."unitPrice", unit_cost = v."unitCost", tax_rate = v."taxRate"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS v(id uuid, "unitPrice" numeric, "unitCost" numeric, "taxRate" numeric)
    WHERE organization_id = ${ctx.organizationId}::uuid AND order_items.id = v.id`);
}
