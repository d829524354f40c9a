import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { currencyDecimals } from "../format/currency";
import { formatAmount, roundMoney, sum } from "./money";

describe("currencies", () => {
  test.each([
    ["EUR", 2],
    ["JPY", 0],
    ["KWD", 3],
    ["XYZ", 2],
  ])("%s has %i decimals", (currency, decimals) => {
    expect(currencyDecimals(currency)).toBe(decimals);
  });
});

describe("rounding", () => {
  test.each([
    ["0.005", "EUR", "0.01"],
    ["0.0049", "EUR", "0.00"],
    ["2.675", "EUR", "2.68"],
    ["0.5", "JPY", "1"],
    ["1.0005", "KWD", "1.001"],
    ["-0.005", "EUR", "-0.01"],
  ])("%s %s is %s", (value, currency, rounded) => {
    expect(formatAmount(roundMoney(value, currency), currency)).toBe(rounded);
  });

  test("sums of amounts are exact", () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n })), (cents) => {
        const amounts = cents.map((cent) => `${cent}e-2`);
        const total = cents.reduce((a, b) => a + b, 0n);
        expect(sum(amounts).times(100).toFixed(0)).toBe(total.toString());
      }),
    );
  });
});
