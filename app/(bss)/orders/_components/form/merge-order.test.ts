import { expect, test } from "vitest";
import type { ProductOption } from "@/lib/server/orders/queries/options";
import { mergeOrder } from "./merge-order";
import type { FormItem, OrderFormValues } from "./values";

const item = (key: string, quantity: string, more: Partial<FormItem> = {}): FormItem => ({
  key,
  id: key,
  product: { id: "p", name: `Product ${key}` } as ProductOption,
  quantity,
  unitPrice: "10",
  discountPercent: "0",
  itemType: "new",
  subscription: null,
  configuration: {},
  ...more,
});
const order = (items: FormItem[], more: Partial<OrderFormValues> = {}): OrderFormValues => ({
  sentAs: "k",
  account: null,
  billingTo: { id: "a", name: "Acme" },
  statusId: "s",
  name: "Order",
  note: "",
  items,
  ...more,
});
const base = order([item("1", "2"), item("2", "5")]);

test("a colleague's change of a field and of a row that I did not touch stays", () => {
  const mine = order([item("1", "9"), item("2", "5"), item("new", "1", { configuration: {} })]);
  const theirs = order(
    [item("1", "2"), item("2", "7", { configuration: { Domain: "a.example" } }), item("3", "4")],
    {
      note: "Call first",
    },
  );
  const { values, conflicts, taken } = mergeOrder({ base, mine, theirs });
  expect(conflicts).toEqual([]);
  expect(values.note).toBe("Call first");
  expect(values.items.map(({ key, quantity }) => [key, quantity])).toEqual([
    ["1", "9"],
    ["2", "7"],
    ["new", "1"],
    ["3", "4"],
  ]);
  expect(values.items[1]?.configuration).toEqual({ Domain: "a.example" });
  expect(taken).toEqual(["Note", "Quantity of Product 2", "Domain of Product 2", "added Product 3"]);
});

test("only the same field of the same row is asked, and the choice counts", () => {
  const mine = order([item("1", "9", { unitPrice: "8" }), item("2", "5")]);
  const theirs = order([item("1", "3"), item("2", "5")]);
  const three = { base, mine, theirs };
  expect(mergeOrder(three).conflicts).toEqual([
    { field: "1.quantity", label: "Quantity of Product 1", mine: "9", theirs: "3" },
  ]);
  const { items } = mergeOrder(three, { "1.quantity": "theirs" }).values;
  expect(items[0]).toMatchObject({ quantity: "3", unitPrice: "8" });
});

test("a row that one removed goes, unless the other changed it", () => {
  const without = order([item("2", "5")]);
  expect(mergeOrder({ base, mine: without, theirs: base }).values.items.map(({ key }) => key)).toEqual(["2"]);
  const removed = mergeOrder({ base, mine: base, theirs: without });
  expect(removed.values.items.map(({ key }) => key)).toEqual(["2"]);
  expect(removed.taken).toEqual(["removed Product 1"]);

  const changed = order([item("1", "9"), item("2", "5")]);
  const three = { base, mine: changed, theirs: without };
  expect(mergeOrder(three).conflicts).toMatchObject([
    { field: "1", mine: "kept with changes", theirs: "removed" },
  ]);
  // The item is gone from the order, so that mine is a new one.
  expect(mergeOrder(three, { "1": "mine" }).values.items.find(({ key }) => key === "1")).not.toHaveProperty(
    "id",
  );
  expect(mergeOrder(three, { "1": "theirs" }).values.items).toHaveLength(1);
});
