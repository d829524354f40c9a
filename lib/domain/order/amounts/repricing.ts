import type { Amount } from "../../values/money";
import { type OrderItem, type OrderTree, remainingQuantity } from "../tree/order";
import { treeTotals } from "./totals";

/** Holds what a product costs by the price list. */
export type ListPrice = Pick<OrderItem, "unitPrice" | "unitCost" | "taxRate">;

export type PriceChange = { item: OrderItem; price: ListPrice };

export type Repricing = {
  /** Holds the order at the prices of the list. */
  tree: OrderTree;
  /** Holds the items whose price differs from the list's, as they were, with the price that they get. */
  changes: PriceChange[];
  before: Amount;
  after: Amount;
};

/**
 * Returns a primary order at the prices of the list, as the scheduler executes it: docs/domain.md, section 5. A product
 * that is not on the list keeps its price, and delivered and executed units keep theirs.
 */
export function reprice(tree: OrderTree, prices: ReadonlyMap<string, ListPrice>): Repricing {
  const changes = tree.primary.items.flatMap((item) => {
    const price = prices.get(item.productId);
    const untouched = remainingQuantity(item) === item.quantity;
    return price && untouched && differs(item, price) ? [{ item, price }] : [];
  });
  const priced = new Map(changes.map(({ item, price }) => [item.id, { ...item, ...price }]));
  const items = tree.primary.items.map((item) => priced.get(item.id) ?? item);
  const repriced = { ...tree, primary: { ...tree.primary, items } };
  return {
    tree: repriced,
    changes,
    before: treeTotals(tree).finalPrice,
    after: treeTotals(repriced).finalPrice,
  };
}

function differs(item: OrderItem, price: ListPrice): boolean {
  return !(
    item.unitPrice.equals(price.unitPrice) &&
    item.unitCost.equals(price.unitCost) &&
    item.taxRate.equals(price.taxRate)
  );
}
