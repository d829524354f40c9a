import { beforeAll, expect, test } from "vitest";
import { Forbidden, NotFound } from "../kernel/errors";
import { reverseExecution } from "../orders/commands/reverse-execution";
import { orderInvoices } from "../orders/queries/made";
import { makeOrganization, makeProduct, type TestOrganization, value } from "../testing/factories/basics";
import { at } from "../testing/factories/contexts";
import { makeOrder } from "../testing/factories/orders";
import { getCreditNote, listCreditNotes } from "./queries/credit-notes";
import { getInvoice } from "./queries/invoices";

let here: TestOrganization;
let there: TestOrganization;
beforeAll(async () => {
  [here, there] = [await makeOrganization(), await makeOrganization()];
});

async function makeCreditNote(now = new Date()) {
  const product = await makeProduct(here, { name: "Mail", price: "10", taxRate: "19" });
  const items = [{ productId: product.id, quantity: 3, discountPercent: "10" }];
  const order = await makeOrder(here, { items, statusId: here.statuses.Executed });
  const input = { code: order.code, comment: "A mistake" };
  const reversed = await reverseExecution(at(here.as.administrator, now), input);
  const [note] = value(reversed).creditNotes;
  return { number: note?.number ?? "", invoice: order.invoices[0]?.number ?? "", order };
}

test("a credit note tells the invoice that it takes back, line by line; each links to the other", async () => {
  const { number, invoice, order } = await makeCreditNote();
  const note = await getCreditNote(here.as.manager, number);
  expect(note).toMatchObject({
    number,
    seller: { legalName: here.name },
    invoice: { number: invoice },
    orderCode: order.code,
    netTotal: "27.00",
    taxTotal: "5.13",
    total: "32.13",
  });
  const charged = await getInvoice(here.as.manager, invoice);
  expect(note.lines).toEqual(charged.lines);
  expect(charged).toMatchObject({ creditNote: number, outstanding: "0.00" });
  expect(await orderInvoices(here.as.manager, order.code)).toMatchObject([{ creditNote: number }]);
});

test("the list has an account's credit notes, page by page, newest first", async () => {
  const older = await makeCreditNote(new Date("2100-01-01"));
  const newer = await makeCreditNote(new Date("2100-01-02"));
  const first = await listCreditNotes(here.as.manager, { limit: 1 });
  const second = await listCreditNotes(here.as.manager, { limit: 1, cursor: first.next });
  expect([...first.rows, ...second.rows].map(({ number }) => number)).toEqual([newer.number, older.number]);
  const { account, invoice } = first.rows[0] ?? {};
  const { rows } = await listCreditNotes(here.as.manager, { account: account?.code });
  expect(rows.map((row) => row.invoice)).toEqual([invoice]);
});

test("other organizations and Storefront roles see none of it", async () => {
  const { number } = await makeCreditNote();
  await expect(getCreditNote(there.as.manager, number)).rejects.toThrow(NotFound);
  await expect(getCreditNote(here.as.customer, number)).rejects.toThrow(Forbidden);
  await expect(listCreditNotes(here.as.reseller, {})).rejects.toThrow(Forbidden);
  expect((await listCreditNotes(there.as.manager, {})).rows).toEqual([]);
});
