import fc from "fast-check";
import { expect, test } from "vitest";
import { amount, sum } from "../values/money";
import { taxesByRate } from "./taxes";

test("sums net and tax of each rate, the highest first", () => {
  const lines = [
    { taxRate: "7", net: "10.00", tax: "0.70" },
    { taxRate: "19", net: "100.00", tax: "19.00" },
    { taxRate: "7.000", net: "0.05", tax: "0.00" },
    { taxRate: "0", net: "3.00", tax: "0.00" },
    { taxRate: "19.0", net: "0.02", tax: "0.01" },
  ];
  expect(taxesByRate(lines, "EUR")).toEqual([
    { rate: "19", net: "100.02", tax: "19.01" },
    { rate: "7", net: "10.05", tax: "0.70" },
    { rate: "0", net: "3.00", tax: "0.00" },
  ]);
});

test("takes the tax of the lines as it was rounded, and computes none anew", () => {
  const line = { taxRate: "19", net: "0.02", tax: "0.00" };
  expect(taxesByRate([line, line, line], "EUR")).toEqual([{ rate: "19", net: "0.06", tax: "0.00" }]);
});

test("writes amounts with the currency's decimals", () => {
  expect(taxesByRate([{ taxRate: "10", net: "1000", tax: "100" }], "JPY")).toEqual([
    { rate: "10", net: "1000", tax: "100" },
  ]);
  expect(taxesByRate([{ taxRate: "5", net: "1.5", tax: "0.075" }], "KWD")).toEqual([
    { rate: "5", net: "1.500", tax: "0.075" },
  ]);
});

test("adds up to the totals, in every currency and whatever the lines are", () => {
  const decimal = fc
    .integer({ min: 0, max: 99_999_999 })
    .map((units) => amount(units).dividedBy(1000).toFixed());
  const line = fc.record({
    taxRate: fc.constantFrom("0", "5.5", "7", "7.000", "19", "100"),
    net: decimal,
    tax: decimal,
  });
  fc.assert(
    fc.property(fc.array(line), fc.constantFrom("EUR", "JPY", "KWD"), (lines, currency) => {
      const taxes = taxesByRate(lines, currency);
      expect(sum(taxes.map(({ net }) => net)).toFixed()).toBe(sum(lines.map(({ net }) => net)).toFixed());
      expect(sum(taxes.map(({ tax }) => tax)).toFixed()).toBe(sum(lines.map(({ tax }) => tax)).toFixed());
      expect(new Set(taxes.map(({ rate }) => amount(rate).toFixed())).size).toBe(taxes.length);
    }),
  );
});
