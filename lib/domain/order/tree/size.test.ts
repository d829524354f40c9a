import { expect, test } from "vitest";
import { AmountText } from "@/lib/schemas/fields";
import { amount } from "../../values/money";
import { orderTotals } from "../amounts/totals";
import { lineTooLarge } from "./size";
import { anItem } from "./tree.test-data";

const largest = "999999999999000";
const of = (unitPrice: string, quantity = 1, taxRate = 0) =>
  anItem({ unitPrice: amount(unitPrice), unitCost: amount(0), quantity, taxRate: amount(taxRate) });

test("an order may come to what its columns hold, and no more", () => {
  expect(lineTooLarge([of(largest)])).toBeNull();
  expect(lineTooLarge([of("1000000000", 999_999)])).toBeNull();
  expect(lineTooLarge([of("1000000000", 1_000_000)])).toBe(0);
  expect(lineTooLarge([of("1"), of(largest), of("2")])).toBe(1);
  expect(lineTooLarge([of("900000000000000", 1, 20)])).toBe(0);
  expect(lineTooLarge([{ ...of("1"), unitCost: amount(largest), quantity: 2 }])).toBe(0);
});

test("what is not too large fits the columns also when 500 lines are rounded up", () => {
  const share = amount(largest).dividedBy(500).toDecimalPlaces(4).minus("0.0001").toFixed();
  const items = Array.from({ length: 500 }, () => of(share));
  expect(lineTooLarge(items)).toBeNull();
  expect(orderTotals(items, "JPY").finalPrice.lessThan("1e15")).toBe(true);
});

test.each(["999999999999000", "1234567890123.4567", "0"])("%s can be entered as an amount", (typed) => {
  expect(AmountText.parse(typed)).toBe(typed);
});

test.each(["999999999999000.0001", "1000000000000000", "-1", "1e9", "0.00001"])("%s cannot", (typed) => {
  expect(AmountText.safeParse(typed).success).toBe(false);
});
