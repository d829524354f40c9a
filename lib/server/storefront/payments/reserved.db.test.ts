import { beforeAll, describe, expect, test } from "vitest";
import { getAccount } from "../../accounts/queries/accounts";
import { recordPayment } from "../../billing/commands/record-payment";
import { releasePayment } from "../../billing/commands/release-payment";
import { reversePayment } from "../../billing/commands/reverse-payment";
import { preflightBulk } from "../../bulk/queries/preflight-bulk";
import { unexecutedOrders } from "../../dashboard/queries/unexecuted-orders";
import { schedulerCtx, systemCtx } from "../../kernel/ctx";
import { read } from "../../kernel/db";
import { transaction } from "../../kernel/transaction";
import { cancelOrder } from "../../orders/commands/cancel-order";
import { deliverOrder } from "../../orders/commands/deliver-order";
import { executeOrder } from "../../orders/commands/execute-order";
import { reverseExecution } from "../../orders/commands/reverse-execution";
import { getOrder } from "../../orders/queries/get-order";
import { lockOrder } from "../../orders/tree/load";
import { executeScheduled } from "../../scheduling/commands/execute-scheduled";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "../../testing/factories/basics";
import { basketOf, placeBasket } from "../../testing/factories/baskets";
import { makeCustomer } from "../../testing/factories/customers";
import { makeOrder, storedOrder } from "../../testing/factories/orders";
import { payFor } from "../../testing/factories/payments";
import { makeScheduledOrder, storedSchedule } from "../../testing/factories/scheduling";
import { addToBasket } from "../basket/commands/add-to-basket";
import { removeFromBasket } from "../basket/commands/change-basket";
import { getOwnCredit, listOwnPayments } from "../billing/queries/own-bills";
import type { CustomerCtx } from "../customer";
import { getOwnOrder } from "../orders/queries/get-own-order";
import { answerSimulated } from "./commands/answer-simulated";
import { executePaid } from "./commands/execute-paid";
import { startPayment } from "./commands/start-payment";
import { recordForOrder } from "./record";

let here: TestOrganization;
/** Holds an order of 12.00 with tax. The second one waits for a value after it is paid. */
let mail: string;
let domain: string;
beforeAll(async () => {
  here = await makeOrganization();
  mail = (await makeProduct(here, { name: "Mail", price: "10" })).id;
  domain = (await makeProduct(here, { name: "Domain", price: "10", requiredConfiguration: ["Domain name"] }))
    .id;
});

const placed = async (customer: CustomerCtx, productId: string, quantity: number) => {
  value(await addToBasket(customer, { productId, quantity }));
  return value(await placeBasket(customer)).code;
};
/** Creates an account that may never owe, with an order of 120.00 that waits for a value and is paid. */
const paidAndWaiting = async () => {
  const customer = await makeCustomer(here, { creditLimit: "0", email: "buyer@customer.example" });
  const code = await placed(customer, domain, 10);
  const payment = await payFor(customer, code);
  return { customer, code, payment };
};
const fillIn = async (code: string) => {
  const order = await getOrder(here.as.operator, code);
  await read(here.as.operator).orderItem.updateMany({
    where: { orderId: order.id },
    data: { configuration: { "Domain name": "example.com" } },
  });
};
const credit = async (customer: CustomerCtx) => {
  const { available, reserved } = await getOwnCredit(customer);
  return { available, reserved };
};
const told = async (code: string) => (await storedOrder(here.as.operator, code)).history;
const messagesOf = (customer: CustomerCtx) =>
  read(here.as.operator).message.findMany({ where: { accountId: customer.accountId } });
const receiptOf = (customer: CustomerCtx) =>
  read(here.as.operator).message.findFirstOrThrow({
    where: { accountId: customer.accountId, type: "payment_received" },
  });

describe("what was paid for an order", () => {
  test("counts for that order and for no other of its payer", async () => {
    const { customer, code } = await paidAndWaiting();
    const other = await placed(customer, mail, 1);
    expect(await credit(customer)).toEqual({ available: "0.00", reserved: "120.00" });
    expect(await getOwnOrder(customer, other)).toMatchObject({
      holds: [{ gate: "credit", missing: "12.00" }],
    });
    expect((await getOwnOrder(customer, code)).holds.map(({ gate }) => gate)).toEqual(["configuration"]);
    expect(await executeOrder(here.as.operator, { code: other })).toMatchObject({
      refusal: { gates: [{ gate: "credit", available: "0.00", missing: "12.00" }] },
    });

    await fillIn(code);
    value(await executeOrder(here.as.operator, { code }));
    const { invoices } = await storedOrder(here.as.operator, code);
    expect(invoices.map(({ outstanding }) => outstanding.toFixed())).toEqual(["0"]);
    expect(await credit(customer)).toEqual({ available: "0.00", reserved: null });
  });

  test("is seen alike by page, dashboard, basket, bulk and account", async () => {
    const { customer, code } = await paidAndWaiting();
    const other = await placed(customer, mail, 1);
    value(await addToBasket(customer, { productId: mail }));
    expect((await basketOf(customer)).credit).toMatchObject({ missing: "12.00" });
    const ids = await Promise.all(
      [code, other].map(async (one) => (await getOrder(here.as.operator, one)).id),
    );
    const held = (await unexecutedOrders(here.as.operator, { ids })).rows;
    const gates = new Map(held.map(({ code: of, heldBy }) => [of, heldBy.map(({ gate }) => gate)]));
    expect([gates.get(code), gates.get(other)]).toEqual([["configuration"], ["credit"]]);
    await fillIn(code);
    const work = { selection: { orderIds: ids }, action: "execute" };
    expect(await preflightBulk(here.as.operator, work)).toMatchObject({
      ready: 1,
      held: [{ gate: "credit", orders: 1 }],
    });
    expect(await getAccount(here.as.operator, customer.accountId)).toMatchObject({
      available: "0.00",
      paidAhead: "0.00",
      reserved: "120.00",
    });
    expect((await listOwnPayments(customer, {})).rows).toMatchObject([{ reservedFor: code }]);
  });

  test("is not spent by another order that is executed at the same moment", async () => {
    const { customer, code } = await paidAndWaiting();
    const others = [await placed(customer, mail, 10), await placed(customer, mail, 9)];
    await fillIn(code);
    const results = await Promise.all(
      [...others, code].map((one) => executeOrder(here.as.operator, { code: one })),
    );
    expect(results.map(({ ok }) => ok)).toEqual([false, false, true]);
    const { invoices } = await storedOrder(here.as.operator, code);
    expect(invoices[0]?.outstanding.toFixed()).toBe("0");
  });

  test("pays the invoice of that order before what the account paid ahead, and leaves the rest to all", async () => {
    const { customer, code } = await paidAndWaiting();
    value(await recordPayment(here.as.operator, { accountId: customer.accountId, amount: "15" }));
    const order = await getOrder(here.as.operator, code);
    // Afterwards, the order's total is lower.
    await read(here.as.operator).orderItem.updateMany({
      where: { orderId: order.id },
      data: { quantity: 9 },
    });
    await fillIn(code);
    value(await executeOrder(here.as.operator, { code }));
    expect(await credit(customer)).toEqual({ available: "27.00", reserved: null });
    expect((await told(code)).at(-1)).toMatchObject({ kind: "order.executed", after: { released: "12" } });
  });

  test("pays its sub-orders too, and what they leave stays with the rest", async () => {
    const { customer, code } = await paidAndWaiting();
    await fillIn(code);
    const { items } = await getOrder(here.as.operator, code);
    const part = [{ itemId: items[0]?.id ?? "", quantity: 4 }];
    const { subOrderCode } = value(await deliverOrder(here.as.operator, { code, items: part }));
    value(await executeOrder(here.as.operator, { code: subOrderCode }));
    expect(await credit(customer)).toEqual({ available: "0.00", reserved: "72.00" });
    value(await executeOrder(here.as.operator, { code }));
    const invoices = await read(here.as.operator).invoice.findMany({
      where: { accountId: customer.accountId },
    });
    expect(invoices.map(({ outstanding }) => outstanding.toFixed())).toEqual(["0", "0"]);
  });

  test("becomes credit of the account when the order is canceled, and its history says so", async () => {
    const { customer, code } = await paidAndWaiting();
    value(await cancelOrder(here.as.operator, { code }));
    expect(await credit(customer)).toEqual({ available: "120.00", reserved: null });
    const history = await told(code);
    expect(history.filter(({ kind }) => kind === "order.paid")).toMatchObject([
      { after: { amount: "120", reserved: true } },
    ]);
    expect(history.at(-1)).toMatchObject({ kind: "order.cancelled", after: { released: "120" } });
  });

  test("becomes credit when staff release it or bill somebody else, and is gone when they reverse it", async () => {
    const [released, reversed] = [await paidAndWaiting(), await paidAndWaiting()];
    const { id: paymentId } = released.payment;
    value(await releasePayment(here.as.operator, { paymentId }));
    expect(await credit(released.customer)).toEqual({ available: "120.00", reserved: null });
    expect((await told(released.code)).at(-1)).toMatchObject({
      kind: "order.payment_released",
      after: { released: "120" },
    });
    expect(await releasePayment(here.as.operator, { paymentId })).toMatchObject({
      refusal: { reason: "not_reserved" },
    });

    const reversal = { paymentId: reversed.payment.id, reason: "Bounced" };
    value(await reversePayment(here.as.operator, reversal));
    expect(await credit(reversed.customer)).toEqual({ available: "0.00", reserved: null });
    expect((await told(reversed.code)).at(-1)).toMatchObject({
      kind: "order.payment_reversed",
      after: { amount: "120" },
    });

    const billed = await paidAndWaiting();
    const payer = await makeAccount(here);
    await read(here.as.operator).order.updateMany({
      where: { code: billed.code },
      data: { billingToId: payer.id },
    });
    expect(await credit(billed.customer)).toEqual({ available: "120.00", reserved: null });
  });

  test("is credit of the account after the execution is reversed", async () => {
    const { customer, code } = await paidAndWaiting();
    await fillIn(code);
    value(await executeOrder(here.as.operator, { code }));
    value(await reverseExecution(here.as.administrator, { code, comment: "A mistake" }));
    expect(await credit(customer)).toEqual({ available: "120.00", reserved: null });
  });

  test("for a basket stays with the order that it becomes, and is credit when it is emptied", async () => {
    const basketWith = async () => {
      const customer = await makeCustomer(here, { creditLimit: "0" });
      value(await addToBasket(customer, { productId: mail, quantity: 10 }));
      await payFor(customer, (await basketOf(customer)).code);
      return customer;
    };
    const ordered = await basketWith();
    const other = (
      await makeOrder(here, { accountId: ordered.accountId, items: [{ productId: mail, quantity: 1 }] })
    ).code;
    expect(await executeOrder(here.as.operator, { code: other })).toMatchObject({ ok: false });
    expect(value(await placeBasket(ordered)).heldBy).toEqual([]);

    const emptied = await basketWith();
    const { code } = await basketOf(emptied);
    value(await removeFromBasket(emptied, {}));
    expect(await credit(emptied)).toEqual({ available: "120.00", reserved: null });
    expect((await told(code)).at(-1)).toMatchObject({
      kind: "order.payment_released",
      after: { released: "120" },
    });
  });
});

describe("an order that is paid", () => {
  test("is executed by itself and once, with a receipt and its history", async () => {
    const customer = await makeCustomer(here, { creditLimit: "50", email: "buyer@customer.example" });
    const code = await placed(customer, mail, 10);
    const payment = await payFor(customer, code);
    expect(await getOwnOrder(customer, code)).toMatchObject({ status: { label: "Executed" }, holds: [] });
    const ctx = systemCtx(here.organizationId, new Date());
    expect(value(await executePaid(ctx, { paymentId: payment.id }))).toBe("left");

    const { history, invoices } = await storedOrder(here.as.operator, code);
    expect(invoices).toMatchObject([{ accountId: customer.accountId }]);
    expect(invoices[0]?.outstanding.toFixed()).toBe("50");
    expect(history.slice(-2)).toMatchObject([
      { kind: "order.paid", actorType: "system", after: { amount: "70", reserved: true } },
      { kind: "order.executed", actorType: "system", actorName: "Online payment" },
    ]);
    const messages = await messagesOf(customer);
    expect(messages.map(({ type }) => type).sort()).toEqual([
      "executed",
      "payment_received",
      "submitted_without_credit",
    ]);
    const receipt = await receiptOf(customer);
    expect(receipt.subject).toBe(`We received €70.00 for order ${code}`);
    expect(receipt.text).toContain("We are now processing your order");
    const jobs = await read(here.as.operator).$queryRaw`
      SELECT key FROM graphile_worker.jobs WHERE key = ${`execute_paid:${payment.id}`}`;
    expect(jobs).toEqual([]);
  });

  test("is executed by the worker if the request that recorded its payment was cut off", async () => {
    const customer = await makeCustomer(here, { creditLimit: "0" });
    const code = await placed(customer, mail, 1);
    const { page } = value(await startPayment(customer, { code }));
    const { organizationId } = here;
    const ctx = systemCtx(organizationId, new Date());
    const paymentId = await transaction(ctx, async (tx) => {
      const paid = { accountId: customer.accountId, amount: "12", reference: "cut off" };
      const recorded = await recordForOrder(tx, ctx, await lockOrder(tx, ctx, code), paid);
      await tx.paymentRequest.updateMany({
        where: { id: page.split("/").at(-1) ?? "" },
        data: { state: "paid", settledAt: ctx.now, paymentId: recorded },
      });
      return recorded;
    });
    const jobs = await read(ctx).$queryRaw`
      SELECT task_identifier AS task FROM graphile_worker.jobs WHERE key = ${`execute_paid:${paymentId}`}`;
    expect(jobs).toEqual([{ task: "execute_paid" }]);
    const twice = [1, 2].map(() => executePaid(ctx, { paymentId }));
    expect((await Promise.all(twice)).map(value)).toContain("executed");
    expect((await storedOrder(here.as.operator, code)).invoices).toHaveLength(1);
  });

  test("still waits for what else holds it, and the receipt says so", async () => {
    const { customer, code, payment } = await paidAndWaiting();
    expect((await getOwnOrder(customer, code)).status.type).toBe("in_progress");
    expect((await receiptOf(customer)).text).toContain("The order still waits for something else");
    await fillIn(code);
    const ctx = systemCtx(here.organizationId, new Date());
    expect(value(await executePaid(ctx, { paymentId: payment.id }))).toBe("executed");
  });

  test("is not executed by what staff record", async () => {
    const customer = await makeCustomer(here, { creditLimit: "0" });
    const code = await placed(customer, mail, 1);
    value(await recordPayment(here.as.operator, { accountId: customer.accountId, amount: "12" }));
    expect(await getOwnOrder(customer, code)).toMatchObject({ status: { type: "in_progress" }, holds: [] });
  });

  test("of staff's products waits for them", async () => {
    const { id: productId } = await makeProduct(here, { price: "10", nonAutomatic: true });
    const customer = await makeCustomer(here, { creditLimit: "0" });
    const code = await placed(customer, productId, 1);
    await payFor(customer, code);
    expect((await getOwnOrder(customer, code)).holds.map(({ gate }) => gate)).toEqual(["non_automatic"]);
  });

  test("whose day has come is tried again at once, also after its last try", async () => {
    const customer = await makeCustomer(here, { creditLimit: "0" });
    const items = [{ productId: mail, quantity: 1 }];
    const { code } = await makeScheduledOrder(here, { accountId: customer.accountId, items });
    const later = (days: number) => new Date(Date.now() + days * 86_400_000);
    for (const days of [2, 3, 4, 5, 6]) {
      const scheduler = schedulerCtx(here.organizationId, later(days));
      expect(value(await executeScheduled(scheduler, { code }))).toBe("given_back");
    }
    expect(await storedSchedule(here.as.operator, code)).toMatchObject({ attempts: 5, nextAttemptAt: null });
    await payFor(customer, code);
    const scheduler = schedulerCtx(here.organizationId, later(7));
    expect(value(await executeScheduled(scheduler, { code }))).toBe("executed");
  });

  test("after it was canceled is credit of the account", async () => {
    const customer = await makeCustomer(here, { creditLimit: "0", email: "buyer@customer.example" });
    const code = await placed(customer, mail, 1);
    const { page } = value(await startPayment(customer, { code }));
    value(await cancelOrder(here.as.operator, { code }));
    value(await answerSimulated(customer, { id: page.split("/").at(-1) ?? "", answer: "paid" }));
    expect(await credit(customer)).toEqual({ available: "12.00", reserved: null });
    expect((await receiptOf(customer)).text).toContain("the rest is credit on your account");
  });
});
