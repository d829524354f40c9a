import { beforeAll, expect, test } from "vitest";
import { Forbidden, NotFound } from "../../kernel/errors";
import { makeOrganization, makeProduct, type TestOrganization, value } from "../../testing/factories/basics";
import { makeOrder, storedOrder } from "../../testing/factories/orders";
import { cancelOrder } from "./cancel-order";
import { deliverOrder } from "./deliver-order";
import { executeOrder } from "./execute-order";

let here: TestOrganization;
beforeAll(async () => {
  here = await makeOrganization();
});

const stored = (code: string) => storedOrder(here.as.operator, code);

async function deliverFirst(code: string, itemId: string | undefined, quantity = 1) {
  return value(await deliverOrder(here.as.operator, { code, items: [{ itemId: itemId ?? "", quantity }] }))
    .subOrderCode;
}

test("an open order is cancelled with a reason and a comment", async () => {
  const { code } = await makeOrder(here);
  value(await cancelOrder(here.as.operator, { code, comment: "Asked for by phone" }));
  const order = await stored(code);
  expect(order).toMatchObject({ status: { description: "Canceled" }, executedItemCount: 0, itemCount: 2 });
  expect(String(order.finalPrice)).toBe("24");
  expect(order.history.at(-1)).toMatchObject({
    kind: "order.cancelled",
    statusLabel: "Canceled",
    comment: "Asked for by phone",
    before: { status: "Submitted" },
  });
});

test("a cancelled sub-order returns its items to the primary, which stays open", async () => {
  const { code, items } = await makeOrder(here);
  const subOrderCode = await deliverFirst(code, items[0]?.id);
  value(await cancelOrder(here.as.operator, { code: subOrderCode }));
  const order = await stored(code);
  expect(order).toMatchObject({
    status: { description: "Submitted" },
    items: [{ deliveredQuantity: 0 }, {}],
  });
  expect(order.history.at(-1)).toMatchObject({ kind: "order.returned", after: { subOrder: subOrderCode } });
  expect(await deliverFirst(code, items[0]?.id)).toBe(`${code}-2`);
});

test("a partly executed primary ends Executed; what was left is cancelled and no longer in its total", async () => {
  const product = await makeProduct(here);
  const { code, items } = await makeOrder(here, { items: [{ productId: product.id, quantity: 5 }] });
  value(await executeOrder(here.as.operator, { code: await deliverFirst(code, items[0]?.id, 2) }));
  await deliverFirst(code, items[0]?.id, 1);
  expect(value(await cancelOrder(here.as.operator, { code }))).toEqual({ code, remainderOnly: true });
  const order = await stored(code);
  expect(order).toMatchObject({
    status: { description: "Executed" },
    items: [{ quantity: 5, deliveredQuantity: 2, cancelledQuantity: 3 }],
    subOrders: [{ status: { description: "Executed" } }, { status: { description: "Canceled" } }],
    itemCount: 1,
    executedItemCount: 1,
  });
  expect(String(order.finalPrice)).toBe("24");
  expect(order.history.at(-1)).toMatchObject({
    kind: "order.cancelled",
    after: { remainderCancelled: "Canceled" },
  });
});

test("cancelling a primary cancels its open sub-orders with it", async () => {
  const { code, items } = await makeOrder(here);
  await deliverFirst(code, items[0]?.id);
  value(await cancelOrder(here.as.operator, { code }));
  expect(await stored(code)).toMatchObject({
    status: { description: "Canceled" },
    subOrders: [{ status: { description: "Canceled" } }],
  });
});

test("executed and cancelled orders are final", async () => {
  const executed = await makeOrder(here, { statusId: here.statuses.Executed });
  expect(await cancelOrder(here.as.operator, { code: executed.code })).toMatchObject({
    refusal: { reason: "already_executed" },
  });
  const cancelled = await makeOrder(here, { statusId: here.statuses.Canceled });
  expect(await cancelOrder(here.as.operator, { code: cancelled.code })).toMatchObject({
    refusal: { reason: "already_cancelled" },
  });
});

test("the reason is an active status of Type Cancelled that users may set", async () => {
  const { code } = await makeOrder(here);
  const refusals = {
    Submitted: "status_not_allowed",
    Executed: "status_not_allowed",
    "Canceled by Reseller": "status_not_settable",
    Scheduled: "status_not_settable",
  };
  for (const [name, reason] of Object.entries(refusals)) {
    const result = await cancelOrder(here.as.operator, { code, statusId: here.statuses[name] });
    expect(result).toMatchObject({ ok: false, refusal: { reason } });
  }
});

test("two at once: one cancels, the other is told", async () => {
  const { code } = await makeOrder(here);
  const results = await Promise.all([1, 2].map(() => cancelOrder(here.as.operator, { code })));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
});

test("a manager may not, and another organization sees no such order", async () => {
  const { code } = await makeOrder(here);
  await expect(cancelOrder(here.as.manager, { code })).rejects.toThrow(Forbidden);
  const there = await makeOrganization();
  await expect(cancelOrder(there.as.administrator, { code })).rejects.toThrow(NotFound);
});
