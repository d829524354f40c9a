import { type Amount, amount, largestAmount, sum } from "../../values/money";

type Sized = { quantity: number; unitPrice: Amount; unitCost: Amount; taxRate: Amount };

/**
 * Returns the index of the line to lower if an order comes to more than its columns hold, at list price with tax or in
 * cost, or null if it fits: docs/domain.md, section 2, "Money".
 */
export function lineTooLarge(items: readonly Sized[]): number | null {
  const sizes = items.map(({ quantity, unitPrice, unitCost, taxRate }) => {
    const withTax = unitPrice.times(amount(100).plus(taxRate)).dividedBy(100);
    return (withTax.greaterThan(unitCost) ? withTax : unitCost).times(quantity);
  });
  if (!sum(sizes).greaterThan(largestAmount)) return null;
  return sizes.reduce((at, size, index) => (size.greaterThan(sizes[at] ?? 0) ? index : at), 0);
}
