import { expect, test } from "vitest";
import { amount } from "../../values/money";
import { anItem, aTree } from "../tree/tree.test-data";
import { reprice } from "./repricing";

const price = (unitPrice: string, taxRate = "20") => ({
  unitPrice: amount(unitPrice),
  unitCost: amount("6"),
  taxRate: amount(taxRate),
});

test("an order gets the prices of the list, and tells what changed", () => {
  const tree = aTree({
    items: [
      anItem({ id: "dearer", productId: "a", quantity: 2 }),
      anItem({ id: "same", productId: "b" }),
      anItem({ id: "gone", productId: "c" }),
    ],
  });
  const {
    changes,
    before,
    after,
    tree: repriced,
  } = reprice(
    tree,
    new Map([
      ["a", price("12.50")],
      ["b", price("10.00")],
    ]),
  );
  expect(
    changes.map(({ item, price }) => [item.id, item.unitPrice.toFixed(), price.unitPrice.toFixed()]),
  ).toEqual([["dearer", "10", "12.5"]]);
  expect([before.toFixed(), after.toFixed()]).toEqual(["48", "54"]);
  expect(repriced.primary.items.map((item) => item.unitPrice.toFixed())).toEqual(["12.5", "10", "10"]);
});

test("a tax rate that changed is a price that changed", () => {
  const { changes, after } = reprice(aTree(), new Map([["product", price("10", "25")]]));
  expect([changes.length, after.toFixed()]).toEqual([1, "12.5"]);
});

test("what is delivered or executed keeps its price", () => {
  const items = [
    anItem({ id: "delivered", quantity: 2, deliveredQuantity: 1 }),
    anItem({ id: "executed", executedQuantity: 1 }),
  ];
  expect(reprice(aTree({ items }), new Map([["product", price("99")]])).changes).toEqual([]);
});
