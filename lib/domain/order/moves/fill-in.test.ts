import { expect, test } from "vitest";
import type { Combination } from "../../order-status/combination";
import { systemCombinations } from "../../order-status/system-statuses";
import type { OrderItem } from "../tree/order";
import { anItem, aTree } from "../tree/tree.test-data";
import { missingValues, planFillIn } from "./fill-in";

const asks: Partial<OrderItem> = {
  description: "Domain",
  requiredConfiguration: ["Domain name", "Contact"],
  valueKinds: { "Domain name": "domain_name" },
};
const given = (values: Record<string, string>) => [{ itemId: "item", values }];

test("names what is missing with its kind, and not what is executed or canceled", () => {
  const tree = aTree({ items: [anItem({ ...asks, configuration: { Contact: " " } })] });
  expect(missingValues(tree)).toEqual([
    { itemId: "item", description: "Domain", name: "Domain name", kind: "domain_name" },
    { itemId: "item", description: "Domain", name: "Contact", kind: "text" },
  ]);
  expect(missingValues(aTree({ items: [anItem({ ...asks, executedQuantity: 1 })] }))).toEqual([]);
  expect(missingValues(aTree({ items: [anItem({ ...asks, cancelledQuantity: 1 })] }))).toEqual([]);
});

test("fills in one value and leaves the other missing", () => {
  const plan = planFillIn(aTree({ items: [anItem(asks)] }), given({ "Domain name": " violet.example " }));
  expect(plan).toMatchObject({
    value: [{ items: [{ configuration: { "Domain name": "violet.example" } }] }],
  });
});

test("fills in the units of open sub-orders too, and never those that are executed", () => {
  const part = (id: string, status: Combination, item: Partial<OrderItem>) => ({
    id,
    code: id,
    status,
    items: [anItem({ ...asks, id: `${id}-item`, primaryItemId: "item", ...item })],
  });
  const tree = aTree({ items: [anItem({ ...asks, quantity: 3, deliveredQuantity: 2 })] }, [
    part("open", systemCombinations.submitted, {}),
    part("done", systemCombinations.executed, {
      executedQuantity: 1,
      configuration: { "Domain name": "old.example", Contact: "Ada" },
    }),
  ]);
  const plan = planFillIn(tree, given({ "Domain name": "violet.example" }));
  expect(plan.ok && plan.value.map(({ id }) => id)).toEqual(["primary", "open"]);
});

test("gives a value once: the same again changes nothing, another one is refused with the first", () => {
  const tree = aTree({ items: [anItem({ ...asks, configuration: { "Domain name": "violet.example" } })] });
  expect(planFillIn(tree, given({ "Domain name": "violet.example" }))).toEqual({ ok: true, value: [] });
  expect(planFillIn(tree, given({ "Domain name": "other.example" }))).toMatchObject({
    refusal: { reason: "filled_in", name: "Domain name", value: "violet.example" },
  });
});

test.each([
  ["of another kind", "no domain", { reason: "value_not_of_its_kind", kind: "domain_name" }],
  ["that is blank", "  ", { reason: "value_missing" }],
])("refuses a value %s at its field", (_, value, problem) => {
  expect(planFillIn(aTree({ items: [anItem(asks)] }), given({ "Domain name": value }))).toMatchObject({
    refusal: { reason: "invalid_input", problems: [{ ...problem, path: "values.item.Domain name" }] },
  });
});

test("refuses what nobody asked for", () => {
  const tree = aTree({ items: [anItem(asks)] });
  for (const one of [given({ Color: "red" }), [{ itemId: "another", values: { Contact: "Ada" } }]]) {
    expect(planFillIn(tree, one)).toMatchObject({ refusal: { reason: "not_asked" } });
  }
});
