import fc from "fast-check";
import { currencyDecimals } from "@/lib/domain/format/currency";
import { type Amount, amount } from "@/lib/domain/values/money";

/**
 * Computes a line's amounts with whole numbers only, as an accountant would check them: the oracle of the money tests.
 * Rounding is stated in docs/domain.md, section 2, "Money".
 */

/** Holds what a line is computed from, in whole numbers of its smallest digit. */
export type ExactLine = {
  quantity: number;
  /** Holds ten-thousandths of the currency. */
  price: number;
  cost: number;
  /** Holds thousandths of a percent. */
  discount: number;
  tax: number;
  period: "month" | "year" | "once";
};

export const exactLine = fc.record({
  quantity: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 100_000 })),
  price: fc.oneof(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 99_999_999 })),
  cost: fc.integer({ min: 0, max: 99_999_999 }),
  discount: fc.oneof(fc.constantFrom(0, 33_333, 100_000), fc.integer({ min: 0, max: 100_000 })),
  tax: fc.oneof(fc.constantFrom(0, 7_700, 8_875, 19_000), fc.integer({ min: 0, max: 100_000 })),
  period: fc.constantFrom("month", "year", "once"),
});

/** Returns the line in decimal text, as a person enters it. */
export function asEntered({ price, cost, discount, tax }: ExactLine) {
  return {
    unitPrice: amount(price).dividedBy(10_000).toFixed(),
    unitCost: amount(cost).dividedBy(10_000).toFixed(),
    discountPercent: amount(discount).dividedBy(1000).toFixed(),
    taxRate: amount(tax).dividedBy(1000).toFixed(),
  };
}

/** Returns the amounts in the currency's smallest unit. */
export function exactAmounts(line: ExactLine, currency: string) {
  const units = BigInt(line.quantity) * 10n ** BigInt(currencyDecimals(currency));
  const net = halfUp(BigInt(line.price) * units * BigInt(100_000 - line.discount), 10_000n * 100_000n);
  const cost = halfUp(BigInt(line.cost) * units, 10_000n);
  return {
    net,
    tax: halfUp(net * BigInt(line.tax), 100_000n),
    cost,
    discount: halfUp(BigInt(line.price) * units, 10_000n) - net,
    profit: net - cost,
    monthlyRunRate: { month: net, year: halfUp(net, 12n), once: 0n }[line.period],
  };
}

/** Returns the whole number nearest to a fraction that is not negative. A half is rounded up. */
function halfUp(numerator: bigint, denominator: bigint): bigint {
  return (2n * numerator + denominator) / (2n * denominator);
}

/** Returns an amount in the currency's smallest unit, and fails if it is not whole. */
export function inSmallestUnits(value: Amount | string, currency: string): bigint {
  return BigInt(
    amount(value)
      .times(10 ** currencyDecimals(currency))
      .toFixed(),
  );
}

export const total = (amounts: readonly { net: bigint; tax: bigint }[]) =>
  amounts.reduce((sum, { net, tax }) => sum + net + tax, 0n);
