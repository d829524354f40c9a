import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "@/lib/server/testing/runs";
import { amount, roundMoney, sum } from "../../values/money";
import { wholeLine } from "../tree/places";
import { anItem } from "../tree/tree.test-data";
import { lineAmounts, orderTotals, partAmounts, profit, splitDelivery } from "./totals";

const text = (amounts: object) =>
  Object.fromEntries(Object.entries(amounts).map(([name, value]) => [name, String(value)]));

test("a year of six cents is half a cent a month, which is rounded up", () => {
  const item = anItem({ billingPeriod: "year", unitPrice: amount("0.06"), discountPercent: amount(0) });
  expect(lineAmounts(item, 1, "EUR").monthlyRunRate.toFixed()).toBe("0.01");
});

/** Some prices are below the smallest unit, where each rounding shows. */
const anyItem = fc
  .record({
    unitPrice: fc.integer({ min: 0, max: 99_999 }),
    unitCost: fc.integer({ min: 0, max: 99_999 }),
    discountPercent: fc.integer({ min: 0, max: 100_000 }),
    taxRate: fc.integer({ min: 0, max: 100_000 }),
    itemType: fc.constantFrom("new" as const, "trial" as const, "quantity_change" as const),
    billingPeriod: fc.constantFrom("month" as const, "year" as const, "once" as const),
  })
  .map(({ unitPrice, unitCost, discountPercent, taxRate, ...item }) =>
    anItem({
      ...item,
      unitPrice: amount(unitPrice).dividedBy(10_000),
      unitCost: amount(unitCost).dividedBy(10_000),
      discountPercent: amount(discountPercent).dividedBy(1000),
      taxRate: amount(taxRate).dividedBy(1000),
    }),
  );

describe("a line's amounts", () => {
  test.each([
    [
      "plain",
      anItem(),
      3,
      { cost: "18", discount: "0", net: "30", tax: "6", total: "36", monthlyRunRate: "30" },
    ],
    [
      "discounted",
      anItem({ discountPercent: amount("33.333") }),
      1,
      { cost: "6", discount: "3.33", net: "6.67", tax: "1.33", total: "8", monthlyRunRate: "6.67" },
    ],
    [
      "a trial is free",
      anItem({ itemType: "trial" }),
      2,
      { cost: "12", discount: "20", net: "0", tax: "0", total: "0", monthlyRunRate: "0" },
    ],
    [
      "a year counts a twelfth a month",
      anItem({ billingPeriod: "year", unitPrice: amount(100) }),
      1,
      { cost: "6", discount: "0", net: "100", tax: "20", total: "120", monthlyRunRate: "8.33" },
    ],
    [
      "a one-off has no run rate",
      anItem({ billingPeriod: "once" }),
      1,
      { cost: "6", discount: "0", net: "10", tax: "2", total: "12", monthlyRunRate: "0" },
    ],
  ])("%s", (_, item, quantity, expected) => {
    expect(text(lineAmounts(item, quantity, "EUR"))).toEqual(expected);
  });
});

describe("an order's totals", () => {
  const cents = fc.integer({ min: 0, max: 10_000_000 }).map((value) => amount(value).dividedBy(100));
  const items = fc.array(
    fc
      .record({
        unitPrice: cents,
        unitCost: cents,
        quantity: fc.integer({ min: 1, max: 1000 }),
        discountPercent: fc.integer({ min: 0, max: 100_000 }).map((value) => amount(value).dividedBy(1000)),
        taxRate: fc.integer({ min: 0, max: 100 }).map(amount),
      })
      .map((values) => anItem(values)),
    { minLength: 1, maxLength: 20 },
  );

  test("are whole in the currency's smallest unit, and add up", () => {
    fc.assert(
      fc.property(items, fc.constantFrom("EUR", "JPY", "KWD"), (order, currency) => {
        const totals = orderTotals(order, currency);
        expect(totals.finalPrice.equals(totals.net.plus(totals.tax))).toBe(true);
        expect(profit(totals).plus(totals.cost).equals(totals.net)).toBe(true);
        const list = sum(order.map((item) => roundMoney(item.unitPrice.times(item.quantity), currency)));
        expect(totals.net.plus(totals.discount).equals(list)).toBe(true);
        for (const value of Object.values(totals))
          expect(roundMoney(value, currency).equals(value)).toBe(true);
      }),
    );
  });

  test("leave out cancelled units, unless all are cancelled", () => {
    const kept = anItem({ id: "a", quantity: 5, cancelledQuantity: 2 });
    const gone = anItem({ id: "b", quantity: 5, cancelledQuantity: 5 });
    expect(orderTotals([kept, gone], "EUR").net.toString()).toBe("30");
    expect(orderTotals([gone], "EUR").net.toString()).toBe("50");
  });
});

describe("a delivery planned", () => {
  test("comes to what its sub-order will, and leaves what the rest will", () => {
    const lines = [
      { item: anItem({ discountPercent: amount("33.333") }), left: wholeLine(3), wanted: 1 },
      { item: anItem(), left: wholeLine(2), wanted: 2 },
      { item: anItem({ billingPeriod: "year", unitPrice: amount(100) }), left: wholeLine(1), wanted: 0 },
    ];
    const { delivery, left } = splitDelivery(lines, "EUR");
    expect(text(delivery)).toMatchObject({
      net: "26.67",
      tax: "5.33",
      finalPrice: "32",
      monthlyRunRate: "26.67",
    });
    expect(text(left)).toMatchObject({
      net: "113.33",
      tax: "22.67",
      finalPrice: "136",
      monthlyRunRate: "21.66",
    });
  });

  test("adds up to what was left before it, whatever is chosen", () => {
    const line = fc
      .record({ item: anyItem, left: fc.integer({ min: 1, max: 20 }), wanted: fc.nat(20) })
      .map(({ item, left, wanted }) => ({ item, left: wholeLine(left), wanted: Math.min(wanted, left) }));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
        const { delivery, left } = splitDelivery(lines, "EUR");
        const whole = lines.map((each) => ({ ...each.item, quantity: each.left.line, cancelledQuantity: 0 }));
        const agreed = orderTotals(whole, "EUR");
        for (const name of Object.keys(agreed) as (keyof typeof agreed)[]) {
          expect(delivery[name].plus(left[name]).toFixed(), name).toBe(agreed[name].toFixed());
        }
      }),
    );
  });
});

describe("a part of a line", () => {
  test("of 20 units of half a cent is a cent for every second one, and ten cents in all", () => {
    const item = anItem({ unitPrice: amount("0.005"), taxRate: amount(0) });
    const parts = Array.from({ length: 20 }, (_, place) =>
      partAmounts(item, { line: 20, ranges: [[place, place + 1]] }, "EUR").total.toFixed(),
    );
    expect(parts.slice(0, 4)).toEqual(["0.01", "0", "0.01", "0"]);
    expect(sum(parts).toFixed()).toBe(lineAmounts(item, 20, "EUR").total.toFixed());
  });

  test("comes to the line with all others, and to nothing negative, however the line is shared out", () => {
    const shares = fc.array(fc.nat(3), { minLength: 1, maxLength: 40 });
    const currency = fc.constantFrom("JPY", "EUR", "KWD");
    fc.assert(
      fc.property(anyItem, shares, currency, (item, shareOf, currency) => {
        const parts = [0, 1, 2, 3].map((share) => {
          const ranges = shareOf.flatMap((of, place) => (of === share ? [[place, place + 1] as const] : []));
          return partAmounts(item, { line: shareOf.length, ranges }, currency);
        });
        const whole = lineAmounts(item, shareOf.length, currency);
        for (const name of Object.keys(whole) as (keyof typeof whole)[]) {
          expect(sum(parts.map((part) => part[name])).toFixed(), name).toBe(whole[name].toFixed());
          expect(
            parts.every((part) => !part[name].isNegative()),
            name,
          ).toBe(true);
        }
        for (const { net, tax, total } of parts) expect(net.plus(tax).equals(total)).toBe(true);
      }),
      { numRuns: runs(500) },
    );
  });
});
