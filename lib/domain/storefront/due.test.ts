import { expect, test } from "vitest";
import { anItem } from "../order/tree/tree.test-data";
import { amount } from "../values/money";
import { recurringOf } from "./due";

test("what recurs is told per billing period, with tax; what is paid once and what is tried does not recur", () => {
  const items = [
    anItem({ quantity: 3, unitPrice: amount("10"), discountPercent: amount("10") }),
    anItem({ billingPeriod: "year", unitPrice: amount("14"), taxRate: amount(0) }),
    anItem({ billingPeriod: "month", unitPrice: amount("0.05") }),
    anItem({ billingPeriod: "once", productType: "asset", unitPrice: amount("99") }),
    anItem({ itemType: "trial", unitPrice: amount("50") }),
  ];
  const sums = recurringOf(items, "EUR").map(({ period, net, tax, total }) =>
    [period, net.toFixed(), tax.toFixed(), total.toFixed()].join(" "),
  );
  expect(sums).toEqual(["month 27.05 5.41 32.46", "year 14 0 14"]);
  expect(recurringOf([], "EUR")).toEqual([]);
});
