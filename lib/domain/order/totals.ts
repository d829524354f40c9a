import { type Amount, amount, roundMoney, sum } from "../money";
import type { BillingPeriod } from "../product";
import type { ItemType, OrderTree } from "./order";

/** What a line's amounts follow from. */
export type Priced = {
  itemType: ItemType;
  billingPeriod: BillingPeriod;
  unitPrice: Amount;
  unitCost: Amount;
  discountPercent: Amount;
  taxRate: Amount;
};

export type LineAmounts = {
  cost: Amount;
  discount: Amount;
  net: Amount;
  tax: Amount;
  total: Amount;
  monthlyRunRate: Amount;
};

/**
 * The amounts of so many units, in the currency, rounded once a line: the net amount first, then the tax on it.
 * A trial is free. See docs/domain.md, section 2, "Totals".
 */
export function lineAmounts(item: Priced, quantity: number, currency: string): LineAmounts {
  const list = roundMoney(item.unitPrice.times(quantity), currency);
  const charged = item.itemType === "trial" ? 0 : amount(100).minus(item.discountPercent).dividedBy(100);
  const net = roundMoney(item.unitPrice.times(quantity).times(charged), currency);
  const tax = roundMoney(net.times(item.taxRate).dividedBy(100), currency);
  return {
    cost: roundMoney(item.unitCost.times(quantity), currency),
    discount: list.minus(net),
    net,
    tax,
    total: net.plus(tax),
    monthlyRunRate: roundMoney(perMonth(net, item.billingPeriod), currency),
  };
}

/** Divided, since no decimal is a twelfth, and half a cent must not come to a little less before it is rounded. */
function perMonth(net: Amount, period: BillingPeriod): Amount {
  if (period === "once") return amount(0);
  return period === "year" ? net.dividedBy(12) : net;
}

export type OrderTotals = {
  cost: Amount;
  discount: Amount;
  net: Amount;
  tax: Amount;
  finalPrice: Amount;
  monthlyRunRate: Amount;
};

/** The sums over an order's items, cancelled units left out; over all of them when every unit is cancelled. */
export function orderTotals(
  items: readonly (Priced & { quantity: number; cancelledQuantity: number })[],
  currency: string,
): OrderTotals {
  const kept = items.map((item) => ({ item, units: item.quantity - item.cancelledQuantity }));
  return totalsOfLines(kept.some(({ units }) => units > 0) ? kept : wholly(items), currency);
}

/**
 * What a primary comes to: what it executes itself and what its sub-orders do, line by line as they are invoiced, so
 * that the invoices of an executed order add up to its final price. A cancelled order tells what was ordered.
 */
export function treeTotals({ primary, subOrders, currency }: OrderTree): OrderTotals {
  const own = primary.items.map((item) => ({
    item,
    units: item.quantity - item.deliveredQuantity - item.cancelledQuantity,
  }));
  const delivered = subOrders.flatMap(({ items }) =>
    items.map((item) => ({ item, units: item.quantity - item.cancelledQuantity })),
  );
  const kept = [...own, ...delivered];
  return totalsOfLines(kept.some(({ units }) => units > 0) ? kept : wholly(primary.items), currency);
}

/** What was executed and reversed, including tax: the total of the credit notes. */
export function creditedTotal({ primary, subOrders, currency }: OrderTree): Amount {
  const reversed = [primary, ...subOrders]
    .flatMap(({ items }) => items)
    .filter(({ reversedQuantity }) => reversedQuantity > 0);
  return sum(reversed.map((item) => lineAmounts(item, item.reversedQuantity, currency).total));
}

/**
 * What a delivery of so many units of each item would come to as a sub-order, and what would be left to deliver after
 * it, line by line as both are invoiced: docs/domain.md, section 2, "Partial execution".
 */
export function splitDelivery(
  lines: readonly { item: Priced; left: number; wanted: number }[],
  currency: string,
): { delivery: OrderTotals; left: OrderTotals } {
  const of = (units: (line: { left: number; wanted: number }) => number) =>
    totalsOfLines(
      lines.map((line) => ({ item: line.item, units: units(line) })),
      currency,
    );
  return { delivery: of(({ wanted }) => wanted), left: of(({ left, wanted }) => left - wanted) };
}

function wholly<Item extends { quantity: number }>(items: readonly Item[]) {
  return items.map((item) => ({ item, units: item.quantity }));
}

function totalsOfLines(kept: readonly { item: Priced; units: number }[], currency: string): OrderTotals {
  const lines = kept
    .filter(({ units }) => units > 0)
    .map(({ item, units }) => lineAmounts(item, units, currency));
  return {
    cost: sum(lines.map((line) => line.cost)),
    discount: sum(lines.map((line) => line.discount)),
    net: sum(lines.map((line) => line.net)),
    tax: sum(lines.map((line) => line.tax)),
    finalPrice: sum(lines.map((line) => line.total)),
    monthlyRunRate: sum(lines.map((line) => line.monthlyRunRate)),
  };
}

/** What the organization earns: net minus cost. Negative when sold below cost. */
export function profit(totals: { net: Amount; cost: Amount }): Amount {
  return totals.net.minus(totals.cost);
}
