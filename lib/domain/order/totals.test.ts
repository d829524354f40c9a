import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amount, roundMoney, sum } from "../money";
import { lineAmounts, orderTotals, profit, splitDelivery } from "./totals";
import { anItem } from "./tree.test-data";

const text = (amounts: object) =>
  Object.fromEntries(Object.entries(amounts).map(([name, value]) => [name, String(value)]));

test("a year of six cents is half a cent a month, which is rounded up", () => {
  const item = anItem({ billingPeriod: "year", unitPrice: amount("0.06"), discountPercent: amount(0) });
  expect(lineAmounts(item, 1, "EUR").monthlyRunRate.toFixed()).toBe("0.01");
});

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
      { item: anItem({ discountPercent: amount("33.333") }), left: 3, wanted: 1 },
      { item: anItem(), left: 2, wanted: 2 },
      { item: anItem({ billingPeriod: "year", unitPrice: amount(100) }), left: 1, wanted: 0 },
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

  test("adds up to the order's own totals by what is invoiced, whatever is chosen", () => {
    const line = fc.record({
      item: fc
        .record({ unitPrice: fc.integer({ min: 0, max: 99_999 }), taxRate: fc.integer({ min: 0, max: 100 }) })
        .map(({ unitPrice, taxRate }) =>
          anItem({ unitPrice: amount(unitPrice).dividedBy(100), taxRate: amount(taxRate) }),
        ),
      left: fc.integer({ min: 1, max: 20 }),
      wanted: fc.integer({ min: 0, max: 1 }),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
        const { delivery, left } = splitDelivery(lines, "EUR");
        const invoiced = lines
          .flatMap(({ item, left, wanted }) => [
            lineAmounts(item, wanted, "EUR"),
            lineAmounts(item, left - wanted, "EUR"),
          ])
          .map(({ total }) => total);
        expect(String(delivery.finalPrice.plus(left.finalPrice))).toBe(String(sum(invoiced)));
      }),
    );
  });
});
