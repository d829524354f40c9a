import { Decimal } from "decimal.js";
import { currencyDecimals } from "../format/currency";

/**
 * Amounts are exact decimals and never floating point: docs/domain.md, section 2, "Totals". They travel as strings
 * ("12.50") between layers and are computed as Decimal.
 */
export type Amount = Decimal;

/** Amounts need at most 19 digits before rounding, and 40 digits keep every product of two exact. */
const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });

export function amount(value: Decimal.Value): Amount {
  return new Exact(value);
}

const zero: Amount = amount(0);

/**
 * An order, an invoice or a limit comes to this at most: a column holds 19 digits, four of them decimals, and rounding
 * 1,000 amounts can add the rest.
 */
export const largestAmount: Amount = amount("999999999999000");

/** Rounds a price half away from zero to the currency's decimals. No other function rounds prices. */
export function roundMoney(value: Decimal.Value, currency: string): Amount {
  return amount(value).toDecimalPlaces(currencyDecimals(currency), Decimal.ROUND_HALF_UP);
}

/** Returns the most in the currency's smallest unit that the value covers. */
export function coveredMoney(value: Decimal.Value, currency: string): Amount {
  return amount(value).toDecimalPlaces(currencyDecimals(currency), Decimal.ROUND_DOWN);
}

/** Returns the least that can be paid in the currency and covers the value. */
export function payableMoney(value: Decimal.Value, currency: string): Amount {
  return amount(value).toDecimalPlaces(currencyDecimals(currency), Decimal.ROUND_UP);
}

export function sum(values: Iterable<Decimal.Value>): Amount {
  let total = zero;
  for (const value of values) total = total.plus(value);
  return total;
}

/** Writes an amount for files and JSON: "12.5" becomes "12.50" for EUR. */
export function formatAmount(value: Decimal.Value, currency: string): string {
  const exact = amount(value);
  return exact.toFixed(Math.max(currencyDecimals(currency), exact.decimalPlaces()));
}
