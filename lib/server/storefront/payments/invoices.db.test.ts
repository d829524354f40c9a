import { beforeAll, describe, expect, test } from "vitest";
import { recordOpeningBalance } from "../../billing/commands/record-opening-balance";
import { recordPayment } from "../../billing/commands/record-payment";
import { config } from "../../kernel/config";
import { read } from "../../kernel/db";
import { NotFound } from "../../kernel/errors";
import { makeOrganization, makeProduct, type TestOrganization, value } from "../../testing/factories/basics";
import { buy } from "../../testing/factories/baskets";
import { makeCustomer } from "../../testing/factories/customers";
import { getOwnInvoice, listOwnInvoices } from "../billing/queries/own-bills";
import type { CustomerCtx } from "../customer";
import { answerSimulated } from "./commands/answer-simulated";
import { payInvoice } from "./commands/pay-invoice";
import { returnFromPayment } from "./commands/return-from-payment";
import { getPaymentRequest } from "./queries/own-payments";

let here: TestOrganization;
let mail: string;
beforeAll(async () => {
  here = await makeOrganization();
  mail = (await makeProduct(here, { price: "10" })).id;
});

/** Creates a customer with two open invoices, of 12.00 and of 24.00. */
const owing = async () => {
  const customer = await makeCustomer(here, { email: "buyer@customer.example" });
  for (const quantity of [1, 2]) await buy(customer, mail, quantity);
  const invoices = await read(here.as.operator).invoice.findMany({
    where: { accountId: customer.accountId },
    orderBy: { total: "asc" },
  });
  const [small = "", large = ""] = invoices.map(({ number }) => number);
  return { customer, small, large };
};
const begun = async (customer: CustomerCtx, number: string) =>
  value(await payInvoice(customer, { number }))
    .page.split("/")
    .at(-1) ?? "";
const outstanding = async (customer: CustomerCtx, number: string) =>
  (await getOwnInvoice(customer, number)).outstanding;

test("an opening balance is among the invoices of its customer alone, and is paid like one", async () => {
  const customer = await makeCustomer(here, { email: "moved@customer.example" });
  const { number } = value(
    await recordOpeningBalance(here.as.administrator, {
      ...{ accountId: customer.accountId, externalId: "RE-77", amount: "17.50", note: "Mail" },
      ...{ issueDate: "2026-01-15", dueDate: "2026-02-14" },
    }),
  );
  expect((await listOwnInvoices(customer, {})).rows).toMatchObject([
    { number, externalId: "RE-77", issueDate: "2026-01-15", outstanding: "17.50", mayPay: true },
  ]);
  const id = await begun(customer, number);
  value(await answerSimulated(customer, { id, answer: "paid" }));
  value(await returnFromPayment(customer, { id }));
  expect(await getOwnInvoice(customer, number)).toMatchObject({
    ...{ outstanding: "0.00", ownOrder: null, openingBalance: { externalId: "RE-77", note: "Mail" } },
  });
  const told = await read(here.as.operator).message.count({ where: { address: "moved@customer.example" } });
  expect(told).toBe(0);
  const other = await makeCustomer(here);
  await expect(getOwnInvoice(other, number)).rejects.toThrow(NotFound);
  await expect(payInvoice(other, { number })).rejects.toThrow(NotFound);
});

describe("an open invoice", () => {
  test("is paid by the customer, that one and no older one", async () => {
    const { customer, small, large } = await owing();
    const id = await begun(customer, large);
    expect(await getPaymentRequest(customer, id)).toMatchObject({
      amount: "24.00",
      paysFor: `invoice ${large}`,
    });
    value(await answerSimulated(customer, { id, answer: "paid" }));
    expect(value(await returnFromPayment(customer, { id }))).toEqual({
      path: `/storefront/billing/invoices/${large}?payment=${id}`,
    });
    expect([await outstanding(customer, small), await outstanding(customer, large)]).toEqual([
      "12.00",
      "0.00",
    ]);

    const { rows } = await listOwnInvoices(customer, {});
    expect(Object.fromEntries(rows.map(({ number, mayPay }) => [number, mayPay]))).toEqual({
      [small]: true,
      [large]: false,
    });
    const receipt = await read(here.as.operator).message.findFirstOrThrow({
      where: { accountId: customer.accountId, type: "payment_received" },
    });
    expect(receipt.text).toContain("We received your payment of €24.00");
    expect(receipt.text).toContain("It pays the invoice.");
    expect(await payInvoice(customer, { number: large })).toEqual({
      ok: false,
      refusal: { reason: "invoice_paid" },
    });
  });

  test("is one payment, however often it is begun; what others paid meanwhile stays on the account", async () => {
    const { customer, small, large } = await owing();
    const ids = await Promise.all([begun(customer, small), begun(customer, small)]);
    const id = ids[0] ?? "";
    expect(new Set(ids).size).toBe(1);
    value(await recordPayment(here.as.operator, { accountId: customer.accountId, amount: "12" }));
    value(await answerSimulated(customer, { id, answer: "paid" }));
    // That invoice was paid otherwise, so the money pays the oldest of the others.
    expect([await outstanding(customer, small), await outstanding(customer, large)]).toEqual([
      "0.00",
      "12.00",
    ]);
  });

  test("of somebody else, or where nothing can be paid, is not paid", async () => {
    const { customer, small } = await owing();
    for (const other of [await makeCustomer(here), await makeCustomer(await makeOrganization())]) {
      await expect(payInvoice(other, { number: small })).rejects.toThrow(NotFound);
    }
    const settings = config();
    const { paymentDriver } = settings;
    settings.paymentDriver = null;
    try {
      expect(await payInvoice(customer, { number: small })).toMatchObject({
        refusal: { reason: "no_provider" },
      });
      expect((await getOwnInvoice(customer, small)).mayPay).toBe(false);
    } finally {
      settings.paymentDriver = paymentDriver;
    }
  });
});
