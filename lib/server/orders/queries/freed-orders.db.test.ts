import { beforeAll, expect, test } from "vitest";
import { recordPayment } from "../../billing/commands/record-payment";
import { reversePayment } from "../../billing/commands/reverse-payment";
import { Forbidden } from "../../kernel/errors";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "../../testing/factories/basics";
import { at } from "../../testing/factories/contexts";
import { makeOrder, storedOrder } from "../../testing/factories/orders";
import { createOrder } from "../commands/create-order";
import { deliverOrder } from "../commands/deliver-order";
import { executeOrder } from "../commands/execute-order";
import { freedOrders } from "./freed-orders";

let here: TestOrganization;
let productId: string;
beforeAll(async () => {
  here = await makeOrganization();
  productId = (await makeProduct(here, { price: "10", taxRate: "0" })).id;
});

/**
 * Creates an account that may never owe, with one order for each of these numbers of units at 10, the oldest first.
 */
async function accountWaiting(quantities: number[]) {
  const account = await makeAccount(here, { creditLimit: "0" });
  const codes: string[] = [];
  for (const [day, quantity] of quantities.entries()) {
    const then = at(here.as.operator, new Date(2026, 0, 28 - quantities.length + day));
    const items = [{ productId, quantity }];
    codes.push(value(await createOrder(then, { accountId: account.id, items })).code);
  }
  return { accountId: account.id, codes };
}
const pay = async (accountId: string, amount: string) =>
  value(await recordPayment(here.as.operator, { accountId, amount })).id;
const freed = async (paymentId: string) =>
  (await freedOrders(here.as.operator, { paymentId })).map(({ code }) => code);

test("a payment frees the oldest orders that it covers together; each executes, and what is left is offered still", async () => {
  const { accountId, codes } = await accountWaiting([3, 3, 2, 1]);
  const [first, second, third] = codes as [string, string, string];
  const paymentId = await pay(accountId, "50");
  expect(await freedOrders(here.as.manager, { paymentId })).toMatchObject([
    { code: first, total: "30.00", currency: "EUR" },
    { code: third, total: "20.00" },
  ]);
  value(await executeOrder(here.as.operator, { code: first }));
  expect(await freed(paymentId)).toEqual([third]);
  value(await executeOrder(here.as.operator, { code: third }));
  expect(await freed(paymentId)).toEqual([]);
  expect(await freed(await pay(accountId, "30"))).toEqual([second]);
});

test("of an order that does not fit, the sub-orders that do are offered, with what executing them takes", async () => {
  const { accountId, codes } = await accountWaiting([5]);
  const [code = ""] = codes;
  const { items } = await storedOrder(here.as.operator, code);
  const delivered = [{ itemId: items[0]?.id ?? "", quantity: 2 }];
  const subOrder = value(await deliverOrder(here.as.operator, { code, items: delivered })).subOrderCode;
  const paymentId = await pay(accountId, "30");
  const [offered] = await freedOrders(here.as.operator, { paymentId });
  expect(offered).toMatchObject({
    code: subOrder,
    total: "20.00",
    heldBy: [],
    execution: { total: "20.00" },
  });
  value(await executeOrder(here.as.operator, { code: subOrder, version: offered?.version ?? 0 }));
  expect(await freed(paymentId)).toEqual([]);
});

test("a reversed payment frees nothing, and neither does one that is not there", async () => {
  const { accountId, codes } = await accountWaiting([1]);
  const paymentId = await pay(accountId, "10");
  expect(await freed(paymentId)).toEqual(codes);
  value(await reversePayment(here.as.operator, { paymentId, reason: "Bounced" }));
  expect(await freed(paymentId)).toEqual([]);
  expect(await freedOrders(here.as.operator, { paymentId: "1" })).toEqual([]);
});

test("orders of accounts that are invoiced to it count, those of others do not", async () => {
  const { accountId } = await accountWaiting([]);
  const branch = await makeAccount(here, { billingToId: accountId });
  const items = [{ productId, quantity: 1 }];
  const { code } = await makeOrder(here, { accountId: branch.id, items });
  await accountWaiting([1]);
  expect(await freed(await pay(accountId, "100"))).toEqual([code]);
});

test("another organization sees none of it, and Storefront roles may not ask", async () => {
  const there = await makeOrganization();
  const { accountId } = await accountWaiting([1]);
  const paymentId = await pay(accountId, "10");
  expect(await freedOrders(there.as.administrator, { paymentId })).toEqual([]);
  await expect(freedOrders(here.as.customer, { paymentId })).rejects.toThrow(Forbidden);
});
