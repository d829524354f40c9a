import { beforeAll, expect, test } from "vitest";
import { Forbidden, NotFound } from "../../kernel/errors";
import { makeOrganization, makeProduct, type TestOrganization, value } from "../../testing/factories/basics";
import { makeOrder, storedOrder } from "../../testing/factories/orders";
import { deliverOrder } from "./deliver-order";

let here: TestOrganization;
let productId: string;
beforeAll(async () => {
  here = await makeOrganization();
  productId = (await makeProduct(here, { requiredConfiguration: ["Domain"] })).id;
});

const fiveUnits = () =>
  makeOrder(here, {
    items: [{ productId, quantity: 5, discountPercent: "10", configuration: { Domain: "acme.example" } }],
  });

test("a delivery makes a Submitted sub-order of those items and how many of each", async () => {
  const { code, items } = await fiveUnits();
  const delivered = value(
    await deliverOrder(here.as.operator, { code, items: [{ itemId: items[0]?.id ?? "", quantity: 2 }] }),
  );
  expect(delivered).toEqual({ code, subOrderCode: `${code}-1` });
  const primary = await storedOrder(here.as.operator, code);
  expect(primary).toMatchObject({
    status: { description: "Submitted" },
    version: 2,
    items: [{ deliveredQuantity: 2 }],
  });
  const subOrder = await storedOrder(here.as.operator, delivered.subOrderCode);
  expect(subOrder).toMatchObject({
    status: { description: "Submitted" },
    accountId: primary.accountId,
    billingToId: primary.billingToId,
    items: [{ quantity: 2, primaryItemId: items[0]?.id, configuration: { Domain: "acme.example" } }],
    history: [{ kind: "order.created", after: { of: code } }],
  });
  expect(String(subOrder.netTotal)).toBe("18");
  expect(primary.history.at(-1)).toMatchObject({ kind: "order.delivered", after: { subOrder: `${code}-1` } });
});

test("more than is left is refused, saying what is left; nothing is made", async () => {
  const { code, items } = await fiveUnits();
  const ask = (quantity: number) =>
    deliverOrder(here.as.operator, { code, items: [{ itemId: items[0]?.id ?? "", quantity }] });
  value(await ask(4));
  expect(await ask(2)).toMatchObject({
    ok: false,
    refusal: { reason: "quantity_not_left", items: [{ asked: 2, left: 1 }] },
  });
  expect((await storedOrder(here.as.operator, code)).subOrders).toHaveLength(1);
});

test("of a sub-order, of an executed order and of another order's item it is refused", async () => {
  const { code, items } = await fiveUnits();
  const { subOrderCode } = value(
    await deliverOrder(here.as.operator, { code, items: [{ itemId: items[0]?.id ?? "", quantity: 1 }] }),
  );
  const subOrder = await storedOrder(here.as.operator, subOrderCode);
  const executed = await makeOrder(here, { statusId: here.statuses.Executed });
  const ask = (order: string, itemId = "") =>
    deliverOrder(here.as.operator, { code: order, items: [{ itemId, quantity: 1 }] });
  expect(await ask(subOrderCode, subOrder.items[0]?.id)).toMatchObject({
    refusal: { reason: "sub_order_of_sub_order" },
  });
  expect(await ask(executed.code, executed.items[0]?.id)).toMatchObject({
    refusal: { reason: "already_executed" },
  });
  expect(await ask(code, executed.items[0]?.id)).toMatchObject({ refusal: { reason: "unknown_item" } });
});

test("two at once never deliver more than there is", async () => {
  const { code, items } = await fiveUnits();
  const results = await Promise.all(
    Array.from({ length: 8 }, () =>
      deliverOrder(here.as.operator, { code, items: [{ itemId: items[0]?.id ?? "", quantity: 2 }] }),
    ),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(2);
  expect(await storedOrder(here.as.operator, code)).toMatchObject({ items: [{ deliveredQuantity: 4 }] });
});

test.each([
  ["no items", []],
  ["quantity 0", [{ itemId: crypto.randomUUID(), quantity: 0 }]],
  ["quantity Infinity", [{ itemId: crypto.randomUUID(), quantity: Number.POSITIVE_INFINITY }]],
  ["text for a quantity", [{ itemId: crypto.randomUUID(), quantity: "2" }]],
])("%s is bad input", async (_, items) => {
  const { code } = await fiveUnits();
  await expect(deliverOrder(here.as.operator, { code, items })).rejects.toThrow(
    expect.objectContaining({ name: "ZodError" }),
  );
});

test("a manager may not, and another organization sees no such order", async () => {
  const { code, items } = await fiveUnits();
  const input = { code, items: [{ itemId: items[0]?.id ?? "", quantity: 1 }] };
  await expect(deliverOrder(here.as.manager, input)).rejects.toThrow(Forbidden);
  const there = await makeOrganization();
  await expect(deliverOrder(there.as.administrator, input)).rejects.toThrow(NotFound);
});
