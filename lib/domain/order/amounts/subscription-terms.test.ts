import fc from "fast-check";
import { expect, test } from "vitest";
import { amount, sum } from "../../values/money";
import { subscriptionPrice } from "./subscription-terms";

const monthly = { trial: false, billingPeriod: "month", currency: "EUR" } as const;
const line = (quantity: number, unitPrice: string, discountPercent = "0") => ({
  quantity,
  unitPrice,
  discountPercent,
});

test("the discount of its order is in the price, and stands beside it", () => {
  expect(subscriptionPrice([line(5, "10.0000", "10.000")], monthly)).toEqual({
    terms: [{ quantity: 5, unitPrice: "10.00", discountPercent: "10", net: "45.00" }],
    net: "45.00",
  });
});

test("units that were added later have their own price; at the same price they are one with the first", () => {
  const { terms, net } = subscriptionPrice([line(5, "10"), line(2, "12", "50"), line(1, "10.00")], monthly);
  expect(terms.map(({ quantity, net }) => [quantity, net])).toEqual([
    [6, "60.00"],
    [2, "12.00"],
  ]);
  expect(net).toBe("72.00");
});

test("a trial is free, and tells what it would cost", () => {
  const { terms, net } = subscriptionPrice([line(1, "10")], { ...monthly, trial: true });
  expect([terms[0]?.unitPrice, net]).toEqual(["10.00", "0.00"]);
});

test("the terms add up to the price, in every currency", () => {
  const cents = fc.integer({ min: 0, max: 9_999_999 }).map((value) => (value / 10_000).toFixed(4));
  const percent = fc.integer({ min: 0, max: 100_000 }).map((value) => (value / 1000).toFixed(3));
  const lines = fc.array(fc.tuple(fc.integer({ min: 1, max: 999 }), cents, percent), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(lines, fc.constantFrom("EUR", "JPY", "KWD"), (ordered, currency) => {
      const price = subscriptionPrice(
        ordered.map(([quantity, unitPrice, discount]) => line(quantity, unitPrice, discount)),
        { ...monthly, currency },
      );
      expect(sum(price.terms.map(({ net }) => amount(net))).equals(amount(price.net))).toBe(true);
    }),
  );
});
