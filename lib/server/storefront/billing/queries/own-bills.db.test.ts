import { beforeAll, expect, test } from "vitest";
import { recordPayment } from "../../../billing/commands/record-payment";
import { NotFound } from "../../../kernel/errors";
import { executeOrder } from "../../../orders/commands/execute-order";
import {
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "../../../testing/factories/basics";
import { makeCustomer } from "../../../testing/factories/customers";
import { makeOrder } from "../../../testing/factories/orders";
import type { CustomerCtx } from "../../customer";
import { getOwnCredit, getOwnInvoice, listOwnInvoices, listOwnPayments } from "./own-bills";
import { listOwnSubscriptions } from "./own-subscriptions";

let here: TestOrganization;
let mail: { id: string };
beforeAll(async () => {
  here = await makeOrganization();
  mail = await makeProduct(here, { name: "Mail", price: "10" });
});

const executed = async ({ accountId }: CustomerCtx, quantity = 1) => {
  const { code } = await makeOrder(here, { accountId, items: [{ productId: mail.id, quantity }] });
  // Each execution is a moment later than the one before, so that the newest is known.
  value(await executeOrder({ ...here.as.operator, now: new Date() }, { code }));
  return code;
};

test("an account's invoices, payments and credit, page by page", async () => {
  const customer = await makeCustomer(here, { creditLimit: "100" });
  const codes = [await executed(customer), await executed(customer, 2)];
  value(
    await recordPayment(here.as.operator, {
      accountId: customer.accountId,
      amount: "20",
      reference: "Thanks",
    }),
  );

  const first = await listOwnInvoices(customer, { limit: 1 });
  expect(first.rows).toMatchObject([{ total: "24.00", outstanding: "16.00", currency: "EUR" }]);
  const second = await listOwnInvoices(customer, { limit: 1, cursor: first.next ?? "" });
  expect(second.rows).toMatchObject([{ total: "12.00", outstanding: "0.00" }]);
  expect(second.next).toBeNull();
  expect((await listOwnPayments(customer, {})).rows).toMatchObject([
    { amount: "20.00", reference: "Thanks", reversed: false },
  ]);
  expect(await getOwnCredit(customer)).toEqual({
    currency: "EUR",
    outstanding: "16.00",
    available: "84.00",
    reserved: null,
  });
  expect(await getOwnInvoice(customer, second.rows[0]?.number ?? "")).toMatchObject({
    ownOrder: codes[0],
    lines: [{ description: "Mail", quantity: 1 }],
  });
});

test("an invoice is seen by who is billed, and the order behind it by whose it is", async () => {
  const payer = await makeCustomer(here);
  const customer = await makeCustomer(here, { billingToId: payer.accountId });
  await executed(customer);
  expect((await listOwnInvoices(customer, {})).rows).toEqual([]);
  const [invoice] = (await listOwnInvoices(payer, {})).rows;
  const number = invoice?.number ?? "";
  expect(await getOwnInvoice(payer, number)).toMatchObject({ number, ownOrder: null });
  await expect(getOwnInvoice(customer, number)).rejects.toThrow(NotFound);
});

test("subscriptions tell what they are, and which can grow", async () => {
  const customer = await makeCustomer(here);
  const box = await makeProduct(here, { name: "Box", type: "asset", billingPeriod: "once" });
  const items = [
    { productId: mail.id, quantity: 3 },
    { productId: box.id, quantity: 1 },
    { productId: mail.id, quantity: 1, itemType: "trial" as const },
  ];
  const { code } = await makeOrder(here, { accountId: customer.accountId, items });
  value(await executeOrder(here.as.operator, { code }));
  const { rows } = await listOwnSubscriptions(customer, {});
  const seen = rows.map(({ description, quantity, trial, grows }) => [description, quantity, trial, grows]);
  expect(seen.sort()).toEqual([
    ["Box", 1, false, false],
    ["Mail", 1, true, false],
    ["Mail", 3, false, true],
  ]);
});
