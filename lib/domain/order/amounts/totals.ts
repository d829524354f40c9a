import type { BillingPeriod } from "../../product";
import { type Amount, amount, coveredMoney, roundMoney, sum } from "../../values/money";
import { type ItemType, type OrderTree, placesOf } from "../tree/order";
import { countPlaces, keptPlaces, type Places, takePlaces, wholeLine } from "../tree/places";

/** Holds what a line's amounts follow from. */
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
 * Returns the amounts of a whole line in the currency, rounded once: the net amount first, then the tax on it. A trial
 * is free: docs/domain.md, section 2, "Money".
 */
export function lineAmounts(item: Priced, quantity: number, currency: string): LineAmounts {
  return cumulative(item, quantity, quantity, currency);
}

/**
 * Returns the amounts of a part of a line: for each run of places, what the line comes to with them less what it comes
 * to before them. Parts that share a line out add up to it: docs/domain.md, section 2, "Money".
 */
export function partAmounts(item: Priced, { line, ranges }: Places, currency: string): LineAmounts {
  const parts = ranges.flatMap(([from, to]) => {
    const upTo = cumulative(item, to, line, currency);
    return from === 0 ? [upTo] : [difference(upTo, cumulative(item, from, line, currency))];
  });
  return sumOf(parts);
}

/**
 * Returns what the first units of a line come to. A discount inside of the line is rounded down, so that it never
 * shrinks as units are added, although the list price and the net amount are both rounded.
 */
function cumulative(item: Priced, units: number, line: number, currency: string): LineAmounts {
  const list = item.unitPrice.times(units);
  const charged = item.itemType === "trial" ? 0 : amount(100).minus(item.discountPercent).dividedBy(100);
  const exact = list.times(charged);
  const net = roundMoney(exact, currency);
  const tax = roundMoney(net.times(item.taxRate).dividedBy(100), currency);
  return {
    cost: roundMoney(item.unitCost.times(units), currency),
    discount:
      units === line ? roundMoney(list, currency).minus(net) : coveredMoney(list.minus(exact), currency),
    net,
    tax,
    total: net.plus(tax),
    monthlyRunRate: roundMoney(perMonth(net, item.billingPeriod), currency),
  };
}

const amountNames = ["cost", "discount", "net", "tax", "total", "monthlyRunRate"] as const;

function difference(of: LineAmounts, less: LineAmounts): LineAmounts {
  const all = amountNames.map((name) => [name, of[name].minus(less[name])] as const);
  return Object.fromEntries(all) as LineAmounts;
}

function sumOf(lines: readonly LineAmounts[]): LineAmounts {
  const all = amountNames.map((name) => [name, sum(lines.map((line) => line[name]))] as const);
  return Object.fromEntries(all) as LineAmounts;
}

/** The amount is divided, since no decimal is a twelfth and half a cent must not shrink before it is rounded. */
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

type Ordered = Priced & { quantity: number; cancelledQuantity: number; places?: Places | null };

/** Returns the sums over an order's items without canceled units, or over all units when every one is canceled. */
export function orderTotals(items: readonly Ordered[], currency: string): OrderTotals {
  const whole = items.map((item) => ({ item, places: item.places ?? wholeLine(item.quantity) }));
  const kept = whole.map(({ item, places }) => ({ item, places: keptPlaces(item, places) }));
  return totalsOfParts(isAny(kept) ? kept : whole, currency);
}

/**
 * Returns what a primary comes to: what it executes itself and what its sub-orders do, part by part as they are
 * invoiced. That is what was agreed while nothing is canceled, and what was ordered when all is.
 */
export function treeTotals(tree: OrderTree): OrderTotals {
  const { primary, subOrders, currency } = tree;
  const kept = [primary, ...subOrders].flatMap(({ items }) =>
    items.map((item) => ({ item, places: keptPlaces(item, placesOf(tree, item)) })),
  );
  const whole = primary.items.map((item) => ({ item, places: item.places ?? wholeLine(item.quantity) }));
  return totalsOfParts(isAny(kept) ? kept : whole, currency);
}

/** Returns what was executed and reversed, including tax, which is the total of the credit notes. */
export function creditedTotal(tree: OrderTree): Amount {
  const reversed = [tree.primary, ...tree.subOrders]
    .flatMap(({ items }) => items)
    .filter(({ reversedQuantity }) => reversedQuantity > 0);
  return sum(
    reversed.map((item) => {
      const places = takePlaces(placesOf(tree, item), item.reversedQuantity);
      return partAmounts(item, places, tree.currency).total;
    }),
  );
}

/**
 * Returns what a delivery of so many units of each item would come to as a sub-order, and what would be left to
 * deliver, part by part as both are invoiced: docs/domain.md, section 2, "Partial execution".
 */
export function splitDelivery(
  lines: readonly { item: Priced; left: Places; wanted: number }[],
  currency: string,
): { delivery: OrderTotals; left: OrderTotals } {
  const of = (places: (line: { left: Places; wanted: number }) => Places) =>
    totalsOfParts(
      lines.map((line) => ({ item: line.item, places: places(line) })),
      currency,
    );
  return {
    delivery: of(({ left, wanted }) => takePlaces(left, wanted)),
    left: of(({ left, wanted }) => takePlaces(left, countPlaces(left) - wanted, wanted)),
  };
}

type Part = { item: Priced; places: Places };

function isAny(parts: readonly Part[]): boolean {
  return parts.some(({ places }) => places.ranges.length > 0);
}

function totalsOfParts(parts: readonly Part[], currency: string): OrderTotals {
  const { total: finalPrice, ...totals } = sumOf(
    parts.map(({ item, places }) => partAmounts(item, places, currency)),
  );
  return { ...totals, finalPrice };
}

/** Returns what the organization earns, net less cost, which is negative when it sells below cost. */
export function profit(totals: { net: Amount; cost: Amount }): Amount {
  return totals.net.minus(totals.cost);
}
