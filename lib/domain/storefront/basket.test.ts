import fc from "fast-check";
import { expect, test } from "vitest";
import type { OrderItem } from "../order/tree/order";
import { tellRefusal } from "../refusals/tell";
import { amount } from "../values/money";
import { type BasketRefusal, withItem } from "./basket";

const item = (values: Partial<OrderItem> = {}): OrderItem => ({
  id: "1",
  position: 1,
  primaryItemId: null,
  places: null,
  productId: "mail",
  productCode: "MAIL",
  vendor: null,
  description: "Mail",
  productType: "subscription",
  itemType: "new",
  subscriptionId: null,
  subscriptionEnded: false,
  billingPeriod: "month",
  unitPrice: amount("3.80"),
  unitCost: amount("2"),
  discountPercent: amount(0),
  taxRate: amount(19),
  configuration: {},
  requiredConfiguration: [],
  valueKinds: {},
  nonAutomatic: false,
  provisioningDriver: "simulated",
  sold: true,
  trial: null,
  quantity: 1,
  deliveredQuantity: 0,
  executedQuantity: 0,
  cancelledQuantity: 0,
  reversedQuantity: 0,
  ...values,
});

test("what is added more than once is one item with the sum of its units", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 20 }), (quantities) => {
      let items: OrderItem[] = [];
      for (const quantity of quantities) {
        const added = withItem(items, item({ quantity }));
        if (!added.ok) throw new Error(added.refusal.reason);
        items = added.value;
      }
      expect(items.map(({ quantity }) => quantity)).toEqual([quantities.reduce((a, b) => a + b)]);
    }),
  );
});

test.each<[string, Partial<OrderItem>]>([
  ["another product", { productId: "server" }],
  ["a trial", { itemType: "trial" }],
  ["other values", { configuration: { Hostname: "a" } }],
  ["more units of a subscription", { itemType: "quantity_change", subscriptionId: "s" }],
])("%s is an item of its own", (_, values) => {
  expect(withItem([item()], item(values))).toMatchObject({ ok: true, value: { length: 2 } });
});

test.each<[string, OrderItem[], Partial<OrderItem>, BasketRefusal["reason"]]>([
  ["manual beside automatic", [item()], { nonAutomatic: true }, "does_not_mix"],
  ["automatic beside manual", [item({ nonAutomatic: true })], {}, "does_not_mix"],
  ["a second trial", [item({ itemType: "trial" })], { itemType: "trial" }, "trial_had"],
  ["more than a million units", [item({ quantity: 999_999 })], { quantity: 2 }, "too_many_units"],
  [
    "a hundred and one products",
    Array.from({ length: 100 }, (_, index) => item({ productId: String(index) })),
    {},
    "too_many_items",
  ],
])("refuses %s, in words", (_, items, added, reason) => {
  const answer = withItem(items, item(added));
  expect(answer).toMatchObject({ ok: false, refusal: { reason } });
  if (!answer.ok) expect(tellRefusal(answer.refusal, "en-GB").message).toMatch(/^[A-Z].+\.$/);
});
