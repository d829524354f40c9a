import { beforeAll, describe, expect, test } from "vitest";
import { read } from "../kernel/db";
import { Conflict } from "../kernel/errors";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "../testing/factories/basics";
import { makeOrder, storedOrder } from "../testing/factories/orders";
import { makeVendorProduct } from "../testing/factories/vendors";
import { cancelOrder } from "./commands/cancel-order";
import { createOrder } from "./commands/create-order";
import { deliverOrder } from "./commands/deliver-order";
import { executeOrder } from "./commands/execute-order";

let here: TestOrganization;
let account: { id: string };
let product: { id: string };
beforeAll(async () => {
  here = await makeOrganization();
  account = await makeAccount(here);
  product = await makeProduct(here);
});

let keys = 0;
const newKey = () => `key-${++keys}`;

describe("an idempotency key", () => {
  test("asked again, the answer is that of then, and nothing is done twice", async () => {
    const { code } = await makeOrder(here);
    const request = { code, idempotencyKey: newKey() };
    const first = value(await executeOrder(here.as.operator, request));
    expect(value(await executeOrder(here.as.operator, request))).toEqual(first);
    const order = await storedOrder(here.as.operator, code);
    expect(order.invoices).toHaveLength(1);
    expect(order.history.filter(({ kind }) => kind === "order.executed")).toHaveLength(1);
  });

  test("asked again by a page that has heard meanwhile what became of the order, too", async () => {
    const { code, version } = await makeOrder(here);
    const request = { code, version, idempotencyKey: newKey() };
    const first = value(await executeOrder(here.as.operator, request));
    expect(value(await executeOrder(here.as.operator, { ...request, version: version + 1 }))).toEqual(first);
  });

  test("ten at once get one answer", async () => {
    const { code } = await makeOrder(here);
    const request = { code, idempotencyKey: newKey() };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => executeOrder(here.as.operator, request)),
    );
    expect(new Set(answers.map((answer) => value(answer).invoiceNumber)).size).toBe(1);
    expect((await storedOrder(here.as.operator, code)).invoices).toHaveLength(1);
  });

  test("a refusal is not kept: what it asks for is put right, and the same request executes", async () => {
    const account = await makeAccount(here, { creditLimit: "0" });
    const { code } = await makeOrder(here, { accountId: account.id });
    const request = { code, idempotencyKey: newKey() };
    expect(await executeOrder(here.as.operator, request)).toMatchObject({ refusal: { reason: "held" } });
    await read(here.as.operator).account.updateMany({
      where: { id: account.id },
      data: { creditLimit: null },
    });
    expect(await executeOrder(here.as.operator, request)).toMatchObject({ ok: true });
  });

  test("of another request is refused, and another person's is another request", async () => {
    const [one, other] = [await makeOrder(here), await makeOrder(here)];
    const idempotencyKey = newKey();
    value(await executeOrder(here.as.operator, { code: one.code, idempotencyKey }));
    const reused = { ok: false, refusal: { reason: "key_reused" } };
    expect(await executeOrder(here.as.operator, { code: other.code, idempotencyKey })).toEqual(reused);
    expect(await executeOrder(here.as.administrator, { code: one.code, idempotencyKey })).toEqual({
      ok: false,
      refusal: { reason: "already_executed" },
    });
    expect((await storedOrder(here.as.operator, other.code)).status.description).toBe("Submitted");
  });

  test("is each organization's own", async () => {
    const there = await makeOrganization();
    const [one, other] = [await makeOrder(here), await makeOrder(there)];
    const idempotencyKey = newKey();
    value(await executeOrder(here.as.operator, { code: one.code, idempotencyKey }));
    expect(await executeOrder(there.as.operator, { code: other.code, idempotencyKey })).toMatchObject({
      ok: true,
    });
  });
});

describe("creating, delivering and cancelling with a key", () => {
  const order = () => ({ accountId: account.id, items: [{ productId: product.id, quantity: 4 }] });

  test("ten at once make one order, and who asks again gets its code", async () => {
    const request = { ...order(), name: "Asked ten times", idempotencyKey: newKey() };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => createOrder(here.as.operator, request)),
    );
    expect(new Set(answers.map((answer) => value(answer).code)).size).toBe(1);
    const named = { where: { name: request.name } };
    expect(await read(here.as.operator).order.count(named)).toBe(1);
    const other = { ...request, name: "Another" };
    expect(await createOrder(here.as.operator, other)).toMatchObject({ refusal: { reason: "key_reused" } });
  });

  test("created as executed, the order is invoiced once", async () => {
    const request = { ...order(), statusId: here.statuses.Executed, idempotencyKey: newKey() };
    const first = value(await createOrder(here.as.operator, request));
    expect(value(await createOrder(here.as.operator, request))).toEqual(first);
    expect((await storedOrder(here.as.operator, first.code)).invoices).toHaveLength(1);
  });

  test("what its vendor held then is not executed when the answer is asked for again", async () => {
    const { id: productId } = await makeVendorProduct(here, {
      endpoint: "http://127.0.0.1:9/",
      preCheck: true,
    });
    const items = [{ productId, quantity: 1 }];
    const request = { ...order(), items, statusId: here.statuses.Executed, idempotencyKey: newKey() };
    const first = value(await createOrder(here.as.operator, request));
    expect(first.notExecuted).toMatchObject({ reason: "held" });
    await read(here.as.operator).vendor.updateMany({ data: { preCheck: false } });
    expect(value(await createOrder(here.as.operator, request))).toMatchObject({ code: first.code });
    const { status, invoices } = await storedOrder(here.as.operator, first.code);
    expect([status.description, invoices]).toEqual(["Submitted", []]);
  });

  test("one sub-order is made, though more would be left to deliver", async () => {
    const { code, items } = await makeOrder(here, order());
    const units = [{ itemId: items[0]?.id ?? "", quantity: 1 }];
    const request = { code, items: units, idempotencyKey: newKey() };
    const first = value(await deliverOrder(here.as.operator, request));
    expect(value(await deliverOrder(here.as.operator, request))).toEqual(first);
    expect((await storedOrder(here.as.operator, code)).subOrders).toHaveLength(1);
  });

  test("who asks again for a cancellation is told of it, not that it is too late", async () => {
    const { code } = await makeOrder(here);
    const request = { code, comment: "Ordered twice", idempotencyKey: newKey() };
    const first = value(await cancelOrder(here.as.operator, request));
    expect(value(await cancelOrder(here.as.operator, request))).toEqual(first);
    const { history } = await storedOrder(here.as.operator, code);
    expect(history.filter(({ kind }) => kind === "order.cancelled")).toHaveLength(1);
  });
});

describe("the version that somebody saw", () => {
  test("of an order changed since, nothing is executed, delivered or cancelled", async () => {
    const { code, version, items } = await makeOrder(here);
    const seen = { code, version };
    value(
      await deliverOrder(here.as.operator, { ...seen, items: [{ itemId: items[0]?.id ?? "", quantity: 1 }] }),
    );
    const second = [{ itemId: items[1]?.id ?? "", quantity: 1 }];
    await expect(deliverOrder(here.as.operator, { ...seen, items: second })).rejects.toThrow(Conflict);
    await expect(executeOrder(here.as.operator, seen)).rejects.toThrow(Conflict);
    await expect(cancelOrder(here.as.operator, seen)).rejects.toThrow(Conflict);
    const order = await storedOrder(here.as.operator, code);
    expect(order.subOrders).toHaveLength(1);
    expect(order.status.description).toBe("Submitted");
  });

  test("of an order that ended since, the command says how it ended", async () => {
    const { code, version } = await makeOrder(here);
    value(await executeOrder(here.as.operator, { code, version }));
    expect(await executeOrder(here.as.operator, { code, version })).toMatchObject({
      refusal: { reason: "already_executed" },
    });
  });
});
