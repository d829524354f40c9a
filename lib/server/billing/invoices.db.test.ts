import { beforeAll, expect, test } from "vitest";
import { addDays, localDay } from "@/lib/domain/values/day";
import { Forbidden, NotFound } from "../kernel/errors";
import { executeOrder } from "../orders/commands/execute-order";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "../testing/factories/basics";
import { at } from "../testing/factories/contexts";
import { makeOrder } from "../testing/factories/orders";
import { recordPayment } from "./commands/record-payment";
import { getInvoice, listInvoices } from "./queries/invoices";

let here: TestOrganization;
let there: TestOrganization;
beforeAll(async () => {
  [here, there] = [await makeOrganization(), await makeOrganization()];
});

async function makeInvoice(accountName: string) {
  const account = await makeAccount(here, { name: accountName, country: "DE" });
  const product = await makeProduct(here, { name: "Mail", price: "10", taxRate: "19" });
  const items = [{ productId: product.id, quantity: 3, discountPercent: "10" }];
  const { code } = await makeOrder(here, { accountId: account.id, items });
  const { invoiceNumber } = value(await executeOrder(here.as.operator, { code }));
  return { number: invoiceNumber, code, account };
}

test("an invoice has its lines and totals, exactly", async () => {
  const { number, code, account } = await makeInvoice("Invoiced");
  const today = localDay(here.as.operator.now, "UTC");
  expect(await getInvoice(here.as.manager, number)).toMatchObject({
    number,
    seller: { legalName: here.name },
    orderCode: code,
    buyer: { code: account.code, name: "Invoiced", address: ["Germany"] },
    issueDate: today,
    dueDate: addDays(today, 30),
    netTotal: "27.00",
    taxTotal: "5.13",
    total: "32.13",
    outstanding: "32.13",
    lines: [
      {
        description: "Mail",
        quantity: 3,
        unitPrice: "10.00",
        discountPercent: "10",
        taxRate: "19",
        net: "27.00",
      },
    ],
  });
});

test("the list is searched by number, order and account, and shows what is unpaid", async () => {
  const paid = await makeInvoice("Northern Lights");
  const open = await makeInvoice("Southern Cross");
  value(
    await recordPayment(here.as.operator, { accountId: paid.account.id, amount: "32.13", receivedOn: null }),
  );
  const numbers = async (raw: object) =>
    (await listInvoices(here.as.manager, raw)).rows.map(({ number }) => number);
  expect(await numbers({ q: paid.number.toLowerCase() })).toEqual([paid.number]);
  expect(await numbers({ q: open.code })).toContain(open.number);
  expect(await numbers({ q: "northern" })).toEqual([paid.number]);
  expect(await numbers({ account: paid.account.code, unpaid: "true" })).toEqual([]);
  expect(await numbers({ account: open.account.code, unpaid: "true" })).toEqual([open.number]);
  expect(await numbers({ q: "9".repeat(60) })).toEqual([]);
});

test("the pages follow each other, newest first", async () => {
  const organization = await makeOrganization();
  const made: string[] = [];
  for (let i = 0; i < 5; i++) {
    const { code } = await makeOrder(organization);
    const then = at(organization.as.operator, new Date(2026, 1, 1, i));
    made.unshift(value(await executeOrder(then, { code })).invoiceNumber);
  }
  const first = await listInvoices(organization.as.manager, { limit: 3 });
  const second = await listInvoices(organization.as.manager, { limit: 3, cursor: first.next });
  expect([...first.rows, ...second.rows].map(({ number }) => number)).toEqual(made);
  expect(await listInvoices(organization.as.manager, { limit: 3, cursor: second.previous })).toEqual(first);
});

test("other organizations and Storefront roles see none of it", async () => {
  const { number } = await makeInvoice("Private");
  await expect(getInvoice(there.as.manager, number)).rejects.toThrow(NotFound);
  await expect(getInvoice(here.as.manager, "' OR 1=1")).rejects.toThrow(NotFound);
  await expect(getInvoice(here.as.customer, number)).rejects.toThrow(Forbidden);
  await expect(listInvoices(here.as.reseller, {})).rejects.toThrow(Forbidden);
});
