import { type Credit, spend } from "../credit";
import { type ListPrice, reprice } from "../order/amounts/repricing";
import { treeTotals } from "../order/amounts/totals";
import { blocks, type Gate } from "../order/holds/gates";
import { gatesOf, type Parties } from "../order/moves/execution";
import type { OrderTree } from "../order/tree/order";
import { systemCombinations } from "../order-status/system-statuses";
import type { Amount } from "../values/money";

/**
 * A forecast says what would happen to scheduled orders on their day as things stand now: docs/domain.md, section 5.
 */

export type ForecastOrder = { tree: OrderTree } & Pick<Parties, "billingTo" | "inactive">;

export type Forecast = {
  /** Holds the gates that would hold the order, with the orders due before it counted as invoiced. */
  gates: Gate[];
  /** Holds the total including tax before and after the price list changed it, or null if it did not. */
  price: { before: Amount; after: Amount } | null;
};

/**
 * Returns a forecast by order id for orders in the sequence in which they are due. Pass all of an account's orders that
 * are due before one, since they use its credit.
 */
export function forecast(
  orders: readonly ForecastOrder[],
  prices: ReadonlyMap<string, ListPrice>,
): Map<string, Forecast> {
  const left = new Map<string, Credit>();
  return new Map(
    orders.map(({ tree, billingTo, inactive }) => {
      const { tree: priced, changes, before, after } = reprice(tree, prices);
      const primary = { ...priced.primary, status: systemCombinations.executing };
      const credit = left.get(billingTo.id) ?? billingTo.credit;
      const onTheDay = { ...billingTo, credit };
      // An order that waits for a reseller is never scheduled.
      const parties = { billingTo: onTheDay, inactive, reseller: null };
      const gates = gatesOf({ ...priced, primary }, primary, parties).filter((gate) =>
        blocks(gate, "scheduler"),
      );
      // An order that fails is not invoiced, so it leaves the credit to those after it.
      const { finalPrice: total } = treeTotals(priced);
      const charge = { primaryId: tree.primary.id, total, ends: true };
      if (gates.length === 0) left.set(billingTo.id, spend(credit, charge));
      return [tree.primary.id, { gates, price: changes.length > 0 ? { before, after } : null }];
    }),
  );
}
