import "server-only";
import type { OrderItem } from "@/lib/domain/order/tree/order";
import { ValueKinds } from "@/lib/schemas/products";
import type { Ctx } from "../../kernel/ctx";
import type { Tx } from "../../kernel/db";
import { trialOffer } from "../../orders/tree/items";
import { listPrice } from "../../orders/tree/price-list";

export type PricedItem = OrderItem & {
  productCode: string;
  /** Tells whether the product is still sold. */
  sold: boolean;
};

/** Returns a basket's items at the current price list: the customer sees what an order would be placed at. */
export async function atCurrentPrices(
  db: Pick<Tx, "product">,
  { organizationId }: Ctx,
  items: readonly OrderItem[],
): Promise<PricedItem[]> {
  const products = await db.product.findMany({
    where: { organizationId, id: { in: items.map(({ productId }) => productId) } },
  });
  const byId = new Map(products.map((product) => [product.id, product]));
  return items.map((item) => {
    const product = byId.get(item.productId);
    if (!product) throw new Error(`Product ${item.productId} is gone`);
    return {
      ...item,
      productCode: product.code,
      sold: product.active,
      trial: trialOffer(product),
      description: product.name,
      billingPeriod: product.billingPeriod,
      ...listPrice(product),
      requiredConfiguration: product.requiredConfiguration,
      valueKinds: ValueKinds.parse(product.valueKinds),
      nonAutomatic: product.nonAutomatic,
    };
  });
}
