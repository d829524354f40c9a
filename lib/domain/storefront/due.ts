import { lineAmounts, type Priced } from "../order/amounts/totals";
import { type Amount, sum } from "../values/money";

/**
 * These functions say what an order costs again and again, apart from what is due when it is executed: docs/domain.md,
 * section 5, "Prices".
 */

export type Recurring = { period: "month" | "year" } & Record<"net" | "tax" | "total", Amount>;

type Ordered = Priced & { quantity: number };

/** Returns what recurs per billing period, the shorter period first. A trial does not recur, since it ends. */
export function recurringOf(items: readonly Ordered[], currency: string): Recurring[] {
  return (["month", "year"] as const).flatMap((period) => {
    const lines = items
      .filter(({ billingPeriod, itemType }) => billingPeriod === period && itemType !== "trial")
      .map((item) => lineAmounts(item, item.quantity, currency));
    if (lines.length === 0) return [];
    const of = (name: "net" | "tax" | "total") => sum(lines.map((line) => line[name]));
    return [{ period, net: of("net"), tax: of("tax"), total: of("total") }];
  });
}
