import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ok } from "@/lib/domain/values/result";
import { config } from "../../kernel/config";
import { read } from "../../kernel/db";
import { NotFound } from "../../kernel/errors";
import { makeOrganization, makeProduct, type TestOrganization, value } from "../../testing/factories/basics";
import { basketOf, placeBasket } from "../../testing/factories/baskets";
import { makeCustomer } from "../../testing/factories/customers";
import { HostedPage } from "../../testing/processes/hosted-page";
import { addToBasket } from "../basket/commands/add-to-basket";
import type { CustomerCtx } from "../customer";
import { getOwnOrder } from "../orders/queries/get-own-order";
import { answerSimulated } from "./commands/answer-simulated";
import { returnFromPayment } from "./commands/return-from-payment";
import { startPayment } from "./commands/start-payment";
import { paymentDrivers } from "./drivers";
import { signSimulatedNotice } from "./drivers/simulated";
import { getPaymentRequest, paymentOutcome } from "./queries/own-payments";
import { settlePayment } from "./settle";
import { settleOpenPayments } from "./settle-open";

let here: TestOrganization;
let mail: { id: string };
beforeAll(async () => {
  here = await makeOrganization();
  mail = await makeProduct(here, { name: "Mail", price: "10" });
});

const place = async (customer: CustomerCtx) => value(await placeBasket(customer));
/** Fills a basket of 120.00 for a customer with 50.00 of credit. */
const withMissingCredit = async () => {
  const customer = await makeCustomer(here, { creditLimit: "50" });
  value(await addToBasket(customer, { productId: mail.id, quantity: 10 }));
  return customer;
};
const started = async (customer: CustomerCtx, code?: string) => {
  const { page } = value(await startPayment(customer, { code: code ?? (await basketOf(customer)).code }));
  return page.split("/").at(-1) ?? "";
};
const paymentsOf = (customer: CustomerCtx) =>
  read(here.as.operator).payment.findMany({ where: { accountId: customer.accountId } });

test("the difference is paid before the order, which then is executed at once", async () => {
  const customer = await withMissingCredit();
  const id = await started(customer);
  expect(await getPaymentRequest(customer, id)).toMatchObject({ amount: "70.00", state: "open" });
  value(await answerSimulated(customer, { id, answer: "paid" }));
  expect(value(await returnFromPayment(customer, { id }))).toEqual({
    path: `/storefront/checkout?payment=${id}`,
  });
  expect(await paymentOutcome(customer, id)).toEqual({ state: "paid", amount: "70.00", currency: "EUR" });

  const [payment] = await paymentsOf(customer);
  expect(payment).toMatchObject({ recordedByName: "Online payment", reference: id });
  expect(String(payment?.amount)).toBe("70");
  expect((await basketOf(customer)).credit).toBeNull();
  expect((await place(customer)).heldBy).toEqual([]);
});

test("it is paid for an order that waits, which is then executed by itself", async () => {
  const customer = await withMissingCredit();
  const { code } = await place(customer);
  const id = await started(customer, code);
  value(await answerSimulated(customer, { id, answer: "paid" }));
  expect(value(await returnFromPayment(customer, { id }))).toEqual({
    path: `/storefront/billing/orders/${code}?payment=${id}`,
  });
  expect(await getOwnOrder(customer, code)).toMatchObject({
    status: { type: "automatic_execute" },
    holds: [],
  });
});

test("what was declined is not charged, and can be paid anew", async () => {
  const customer = await withMissingCredit();
  const id = await started(customer);
  value(await answerSimulated(customer, { id, answer: "failed" }));
  expect(value(await returnFromPayment(customer, { id }))).toEqual({
    path: `/storefront/checkout?payment=${id}`,
  });
  expect(await paymentOutcome(customer, id)).toMatchObject({ state: "failed" });
  expect(await paymentsOf(customer)).toEqual([]);
  value(await answerSimulated(customer, { id, answer: "paid" }));
  expect(await paymentsOf(customer)).toEqual([]);
  expect(await started(customer)).not.toBe(id);
});

test("a credit limit finer than the currency is made up for by what can be paid", async () => {
  const customer = await makeCustomer(here, { creditLimit: "1.0050" });
  value(await addToBasket(customer, { productId: mail.id }));
  const id = await started(customer);
  expect(await getPaymentRequest(customer, id)).toMatchObject({ amount: "11.00" });
  value(await answerSimulated(customer, { id, answer: "paid" }));
  expect((await place(customer)).heldBy).toEqual([]);
});

describe("one payment, however often", () => {
  test("it is begun, for as long as the amount is the same", async () => {
    const customer = await withMissingCredit();
    const ids = await Promise.all([started(customer), started(customer), started(customer)]);
    expect(new Set(ids).size).toBe(1);
    value(await addToBasket(customer, { productId: mail.id }));
    const other = await started(customer);
    expect(ids).not.toContain(other);
    expect(await getPaymentRequest(customer, other)).toMatchObject({ amount: "82.00" });
  });

  test("the provider tells us, and the customer comes back", async () => {
    const customer = await withMissingCredit();
    const id = await started(customer);
    await read(here.as.operator).paymentRequest.updateMany({ where: { id }, data: { simulated: "paid" } });
    const now = new Date();
    const told = [1, 2, 3, 4].map(() => settlePayment("simulated", id, now));
    expect(await Promise.all([...told, returnFromPayment(customer, { id })])).toEqual([
      ...Array(4).fill("paid"),
      ok({ path: `/storefront/checkout?payment=${id}` }),
    ]);
    expect(await paymentsOf(customer)).toHaveLength(1);
  });
});

describe("of several payments that were begun for one basket,", () => {
  /** Begins one of 70.00, and one of 80.00 after another mail was added. */
  const twoBegun = async (customer: CustomerCtx) => {
    const older = await started(customer);
    value(await addToBasket(customer, { productId: mail.id, quantity: 1 }));
    const newer = await started(customer);
    expect(newer).not.toBe(older);
    return { older, newer };
  };
  const stateOf = async (customer: CustomerCtx, id: string) => (await paymentOutcome(customer, id))?.state;

  test("the others are void once one is paid, and take no answer", async () => {
    const customer = await withMissingCredit();
    const { older, newer } = await twoBegun(customer);
    value(await answerSimulated(customer, { id: newer, answer: "paid" }));
    expect(await stateOf(customer, older)).toBe("void");
    value(await answerSimulated(customer, { id: older, answer: "paid" }));
    expect(await stateOf(customer, older)).toBe("void");
    expect(await paymentsOf(customer)).toHaveLength(1);
    expect(await settleOpenPayments(new Date())).toBe(0);
  });

  test("the others stay where one was declined, or belongs to another basket", async () => {
    const customer = await withMissingCredit();
    const { older, newer } = await twoBegun(customer);
    value(await answerSimulated(customer, { id: newer, answer: "failed" }));
    const other = await withMissingCredit();
    value(await answerSimulated(other, { id: await started(other), answer: "paid" }));
    expect(await stateOf(customer, older)).toBe("open");
  });

  test("the money of both is kept when both are paid at once", async () => {
    const customer = await withMissingCredit();
    const { older, newer } = await twoBegun(customer);
    const requests = read(here.as.operator).paymentRequest;
    await requests.updateMany({ where: { id: { in: [older, newer] } }, data: { simulated: "paid" } });
    const now = new Date();
    await Promise.all([older, newer].map((id) => settlePayment("simulated", id, now)));
    // The provider tells us again of what was void by then.
    for (const id of [older, newer]) await settlePayment("simulated", id, now);
    expect(await Promise.all([older, newer].map((id) => stateOf(customer, id)))).toEqual(["paid", "paid"]);
    expect(await paymentsOf(customer)).toHaveLength(2);
  });
});

describe("a notice", () => {
  test("is believed with the provider's signature alone", () => {
    const { readNotice } = paymentDrivers.simulated;
    const signature = signSimulatedNotice("abc");
    expect(readNotice("abc", new Headers({ "x-signature": signature }))).toBe("abc");
    for (const forged of ["", "abc", signSimulatedNotice("abd")]) {
      expect(readNotice("abc", new Headers({ "x-signature": forged }))).toBeNull();
    }
    expect(readNotice("abc", new Headers())).toBeNull();
  });

  test("of a payment that nobody knows, or that is still open, changes nothing", async () => {
    expect(await settlePayment("simulated", "nobody", new Date())).toBeNull();
    const customer = await withMissingCredit();
    const id = await started(customer);
    expect(await settlePayment("simulated", id, new Date())).toBe("open");
    expect(await paymentsOf(customer)).toEqual([]);
  });
});

describe("refuses", () => {
  test("to take money that is not missing, from whom it is not missing", async () => {
    const rich = await makeCustomer(here);
    value(await addToBasket(rich, { productId: mail.id }));
    const { code } = await basketOf(rich);
    expect(await startPayment(rich, { code })).toEqual({ ok: false, refusal: { reason: "nothing_missing" } });
    await place(rich);
    expect(await startPayment(rich, { code })).toMatchObject({ refusal: { reason: "nothing_missing" } });

    const payer = await makeCustomer(here, { name: "Payer", creditLimit: "0" });
    const customer = await makeCustomer(here, { billingToId: payer.accountId });
    value(await addToBasket(customer, { productId: mail.id }));
    expect(await startPayment(customer, { code: (await basketOf(customer)).code })).toEqual({
      ok: false,
      refusal: { reason: "not_payer", payer: "Payer" },
    });
  });

  test("the customer's word where no provider is simulated any more", async () => {
    const customer = await withMissingCredit();
    const id = await started(customer);
    const settings = config();
    const { paymentDriver } = settings;
    settings.paymentDriver = null;
    try {
      await expect(answerSimulated(customer, { id, answer: "paid" })).rejects.toThrow(NotFound);
      await expect(getPaymentRequest(customer, id)).rejects.toThrow(NotFound);
    } finally {
      settings.paymentDriver = paymentDriver;
    }
    expect(await paymentsOf(customer)).toEqual([]);
  });

  test("everybody else's payment and order", async () => {
    const customer = await withMissingCredit();
    const id = await started(customer);
    const { code } = await basketOf(customer);
    for (const other of [await makeCustomer(here), await makeCustomer(await makeOrganization())]) {
      await expect(startPayment(other, { code })).rejects.toThrow(NotFound);
      await expect(getPaymentRequest(other, id)).rejects.toThrow(NotFound);
      await expect(returnFromPayment(other, { id })).rejects.toThrow(NotFound);
      expect(await paymentOutcome(other, id)).toBeNull();
      await expect(answerSimulated(other, { id, answer: "paid" })).rejects.toThrow(NotFound);
    }
    expect(await paymentsOf(customer)).toEqual([]);
  });
});

describe("a provider with a page of its own", () => {
  let provider: HostedPage;
  const { simulated } = paymentDrivers;
  beforeEach(() => {
    provider = new HostedPage();
    paymentDrivers.simulated = provider;
  });
  afterEach(() => {
    paymentDrivers.simulated = simulated;
  });
  /** Sends the customer to the provider, and answers the provider's reference and our id of the payment. */
  const sent = async (customer: CustomerCtx) => {
    const { code } = await basketOf(customer);
    const { page } = value(await startPayment(customer, { code }));
    const reference = page.split("/").at(-1) ?? "";
    return { page, reference, order: provider.opened.get(reference) };
  };

  test("is told what to collect and where to lead back, and tells us late", async () => {
    const customer = await withMissingCredit();
    const { code } = await basketOf(customer);
    const { page, reference, order } = await sent(customer);
    expect(page).toBe(`https://pay.example/hosted-${order?.id}`);
    expect(order).toMatchObject({ amount: "70.00", currency: "EUR", description: `Order ${code}` });
    expect(order?.returnUrl).toMatch(new RegExp(`^http.*/storefront/payments/${order?.id}/return$`));
    expect(order?.noticeUrl).toMatch(/^http.*\/api\/payments\/simulated$/);

    const id = order?.id ?? "";
    expect(value(await returnFromPayment(customer, { id }))).toEqual({
      path: `/storefront/checkout?payment=${id}`,
    });
    expect(await paymentOutcome(customer, id)).toMatchObject({ state: "open" });
    expect(await paymentsOf(customer)).toEqual([]);
    provider.states.set(reference, "paid");
    const noticed = provider.readNotice(reference, new Headers({ "x-hosted": "authentic" }));
    const late = new Date(Date.now() + 86_400_000);
    expect(await settlePayment("simulated", noticed ?? "", late)).toBe("paid");
    expect(await settlePayment("simulated", noticed ?? "", late)).toBe("paid");
    expect(await paymentsOf(customer)).toMatchObject([{ reference }]);
  });

  test("that is down is a refusal, and the same payment is begun once it is back", async () => {
    const customer = await withMissingCredit();
    const { code } = await basketOf(customer);
    provider.down = true;
    expect(await startPayment(customer, { code })).toEqual({ ok: false, refusal: { reason: "no_answer" } });
    provider.down = false;
    const { order } = await sent(customer);
    expect(
      await read(here.as.operator).paymentRequest.count({ where: { accountId: customer.accountId } }),
    ).toBe(1);
    provider.down = true;
    await returnFromPayment(customer, { id: order?.id ?? "" });
    expect(await paymentOutcome(customer, order?.id)).toMatchObject({ state: "open" });
  });

  test("is asked by the worker about what nobody told us of, once and not for ever", async () => {
    const [paid, open, old] = [
      await withMissingCredit(),
      await withMissingCredit(),
      await withMissingCredit(),
    ];
    const references = [await sent(paid), await sent(open), await sent(old)].map(
      ({ reference }) => reference,
    );
    const created = new Date(Date.now() - 8 * 86_400_000);
    await read(here.as.operator).paymentRequest.updateMany({
      where: { reference: references[2] ?? "" },
      data: { createdAt: created },
    });
    for (const index of [0, 2]) provider.states.set(references[index] ?? "", "paid");

    await settleOpenPayments(new Date());
    await settleOpenPayments(new Date());
    expect(await paymentsOf(paid)).toMatchObject([
      { reference: references[0], recordedByName: "Online payment" },
    ]);
    expect([await paymentsOf(open), await paymentsOf(old)]).toEqual([[], []]);
    provider.down = true;
    expect(await settleOpenPayments(new Date())).toBe(0);
  });

  test("is asked again about a void payment: to take no money, and whether it took any", async () => {
    const customer = await withMissingCredit();
    const older = await sent(customer);
    value(await addToBasket(customer, { productId: mail.id }));
    const newer = await sent(customer);
    const cancel = provider.cancel.bind(provider);
    provider.cancel = () => Promise.reject(new Error("The provider is down"));
    provider.states.set(newer.reference, "paid");
    await settleOpenPayments(new Date());
    expect(await paymentOutcome(customer, older.order?.id)).toMatchObject({ state: "void" });
    expect(provider.states.get(older.reference)).toBe("open");

    provider.cancel = cancel;
    expect(await settleOpenPayments(new Date())).toBe(0);
    expect(provider.states.get(older.reference)).toBe("failed");
    expect(await settleOpenPayments(new Date())).toBe(0);
    expect(await paymentOutcome(customer, older.order?.id)).toMatchObject({ state: "void" });

    // The customer had paid a moment before, and no notice came.
    provider.states.set(older.reference, "paid");
    expect(await settleOpenPayments(new Date())).toBe(1);
    expect(await settleOpenPayments(new Date())).toBe(0);
    const references = (await paymentsOf(customer)).map(({ reference }) => reference);
    expect(references.sort()).toEqual([older.reference, newer.reference].sort());
  });
});
