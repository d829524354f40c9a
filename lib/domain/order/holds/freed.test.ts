import fc from "fast-check";
import { expect, test } from "vitest";
import type { Credit } from "../../credit";
import { amount, sum } from "../../values/money";
import { gatesOf } from "../moves/execution";
import type { OrderItem } from "../tree/order";
import { anItem, aTree, parties, unlimited } from "../tree/tree.test-data";
import { freedBy } from "./freed";

const order = (price: number, values: Partial<OrderItem> = {}, id = "primary") => {
  const tree = aTree({ id, items: [anItem({ unitPrice: amount(price), taxRate: amount(0), ...values })] });
  const gates = (credit: Credit) =>
    gatesOf(tree, tree.primary, { ...parties(), billingTo: { ...unlimited, credit } });
  return { primaryId: tree.primary.id, total: amount(price), ends: true, gates };
};
const paid = (value: number) => ({ amount: amount(value), reserved: null });
const creditOf = (limit: number | null, outstanding: number): Credit => ({
  limit: limit === null ? null : amount(limit),
  outstanding: amount(outstanding),
});
/** Returns which orders of these prices a payment of 50 frees. */
const freed = (limit: number | null, outstanding: number, prices: number[]) =>
  freedBy(
    paid(50),
    creditOf(limit, outstanding),
    prices.map((price) => order(price)),
  ).map(({ total }) => total.toNumber());

test("the oldest come first, each uses credit of the next, and a smaller one may still fit", () => {
  expect(freed(0, -50, [30, 30, 20, 1])).toEqual([30, 20]);
});

test("what credit did not hold before is not freed, and neither is what something else holds", () => {
  expect(freed(100, 0, [40])).toEqual([]);
  expect(freed(100, 0, [60])).toEqual([60]);
  expect(freed(null, 0, [60])).toEqual([]);
  const unconfigured = order(60, { requiredConfiguration: ["Domain name"] });
  expect(freedBy(paid(50), creditOf(100, 0), [unconfigured])).toEqual([]);
});

test("an order that does not fit as a whole frees the sub-orders that do", () => {
  const delivered = { ...order(80), subOrders: [order(60), order(30), order(20)] };
  const orders = [delivered, order(10)];
  const totals = freedBy(paid(50), creditOf(0, -50), orders).map(({ total }) => total.toNumber());
  expect(totals).toEqual([30, 20]);
  const whole = freedBy(paid(90), creditOf(0, -90), orders).map(({ total }) => total.toNumber());
  expect(whole).toEqual([80, 10]);
});

test("what was paid for one order frees that one alone", () => {
  const credit = { ...creditOf(0, 0), reserved: new Map([["a", amount(50)]]) };
  const payment = { amount: amount(50), reserved: { primaryId: "a", amount: amount(50) } };
  const orders = ["b", "a"].map((id) => order(50, {}, id));
  expect(freedBy(payment, credit, orders).map(({ primaryId }) => primaryId)).toEqual(["a"]);
});

test("all that is freed fits into the credit together, and each was held before", () => {
  const prices = fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 12 });
  const facts = fc.record({ limit: fc.nat(500), outstanding: fc.integer({ min: -500, max: 500 }), prices });
  fc.assert(
    fc.property(facts, ({ limit, outstanding, prices }) => {
      const totals = freed(limit, outstanding, prices);
      const available = limit - outstanding;
      if (totals.length > 0) expect(sum(totals).toNumber()).toBeLessThanOrEqual(available);
      for (const total of totals) expect(total).toBeGreaterThan(available - 50);
    }),
  );
});
