import { Decimal } from "decimal.js";
import { currencyDecimals } from "./currency";

/**
 * Exact decimal amounts; never floating point. See docs/domain.md, section 2, "Totals".
 * Amounts travel as strings ("12.50") between layers and are computed as Decimal.
 */
export type Amount = Decimal;

/** Amounts need at most 19 digits before rounding; 40 keeps every product of two exact. */
const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });

export function amount(value: Decimal.Value): Amount {
  return new Exact(value);
}

const zero: Amount = amount(0);

/**
 * The most that an order, an invoice or a limit comes to: what a column of 19 digits, four of them decimals, holds,
 * less what rounding 1,000 amounts can add.
 */
export const largestAmount: Amount = amount("999999999999000");

/** The one place where prices are rounded: half away from zero, to the currency's decimals. */
export function roundMoney(value: Decimal.Value, currency: string): Amount {
  return amount(value).toDecimalPlaces(currencyDecimals(currency), Decimal.ROUND_HALF_UP);
}

/** The most in the currency's smallest unit that the value covers. */
export function coveredMoney(value: Decimal.Value, currency: string): Amount {
  return amount(value).toDecimalPlaces(currencyDecimals(currency), Decimal.ROUND_DOWN);
}

/** The least that can be paid in the currency and covers the value. */
export function payableMoney(value: Decimal.Value, currency: string): Amount {
  return amount(value).toDecimalPlaces(currencyDecimals(currency), Decimal.ROUND_UP);
}

export function sum(values: Iterable<Decimal.Value>): Amount {
  let total = zero;
  for (const value of values) total = total.plus(value);
  return total;
}

/** "12.5" → "12.50" for EUR: how an amount is written in files and JSON. */
export function formatAmount(value: Decimal.Value, currency: string): string {
  const exact = amount(value);
  return exact.toFixed(Math.max(currencyDecimals(currency), exact.decimalPlaces()));
}
