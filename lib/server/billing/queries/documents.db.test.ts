import { readFileSync } from "node:fs";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { addDays, localDay } from "@/lib/domain/values/day";
import { editAccount } from "../../accounts/commands/edit-account";
import { getAccount } from "../../accounts/queries/accounts";
import { Forbidden, NotFound } from "../../kernel/errors";
import { executeOrder } from "../../orders/commands/execute-order";
import { reverseExecution } from "../../orders/commands/reverse-execution";
import { editOrganization } from "../../organizations/commands/edit-organization";
import { saveLogo } from "../../organizations/commands/save-logo";
import { getCompany } from "../../organizations/queries/get-company";
import {
  getOwnCreditNoteDocument,
  getOwnInvoiceDocument,
} from "../../storefront/billing/queries/own-documents";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "../../testing/factories/basics";
import { companyProfile, testLogo } from "../../testing/factories/company";
import { makeCustomer } from "../../testing/factories/customers";
import { makeOrder } from "../../testing/factories/orders";
import { ownerUrl } from "../../testing/owner";
import { getCreditNoteDocument, getInvoiceDocument } from "./documents";

let here: TestOrganization;
let there: TestOrganization;
beforeAll(async () => {
  [here, there] = [await makeOrganization(), await makeOrganization()];
});

const saveCompany = async (changes: object = {}) => {
  const { version, timeZone } = await getCompany(here.as.administrator);
  const input = { ...companyProfile, version, timeZone, ...changes };
  value(await editOrganization(here.as.administrator, input));
};
const showLogo = async (logo: Buffer) => {
  const { logo: replaced } = await getCompany(here.as.administrator);
  const input = { picture: logo.toString("base64"), replaces: replaced?.id ?? null };
  value(await saveLogo(here.as.administrator, input));
};
const address = { street: "Hafenweg 3", postalCode: "1010", city: "Wien", region: null, country: "AT" };
const buyer = { ...address, vatId: "ATU12345678", language: "de" as const, email: "post@fjord.example" };

const issue = async (organization: TestOrganization, input: Parameters<typeof makeOrder>[1] = {}) => {
  const { code } = await makeOrder(organization, input);
  const { invoiceNumber } = value(await executeOrder(organization.as.operator, { code }));
  return { code, number: invoiceNumber };
};
const credited = async (code: string) => {
  const reversed = value(await reverseExecution(here.as.administrator, { code, comment: "A mistake" }));
  return reversed.creditNotes[0]?.number ?? "";
};

describe("a document", () => {
  test("of an organization that has told nothing says its name, and of an account its name and code", async () => {
    const { number } = await issue(there);
    const document = await getInvoiceDocument(there.as.manager, number);
    expect(document).toMatchObject({
      kind: "invoice",
      language: "en",
      seller: { legalName: there.name, address: [], vatId: null, bank: null },
      buyer: { address: [], vatId: null },
      look: { accentColor: null, logo: null },
    });
  });

  test("says who sells, who buys, where to pay and how it looks, in the account's language", async () => {
    await saveCompany();
    await showLogo(testLogo(40, 20));
    const { id: accountId, code } = await makeAccount(here, { name: "Fjord Energy", ...buyer });
    const order = await issue(here, { accountId });
    const document = await getInvoiceDocument(here.as.manager, order.number);
    expect(document).toMatchObject({
      number: order.number,
      orderCode: order.code,
      language: "de",
      seller: {
        legalName: "Harbour Cloud GmbH",
        address: ["Speicherstraße 12", "Haus B", "20457 Hamburg", "Deutschland"],
        vatId: "DE123456789",
        bank: { accountHolder: null, bankName: "Commerzbank", iban: companyProfile.iban, bic: "COBADEFFXXX" },
      },
      buyer: {
        name: "Fjord Energy",
        code,
        address: ["Hafenweg 3", "1010 Wien", "Österreich"],
        vatId: "ATU12345678",
      },
      look: { accentColor: "#1c6dd0" },
    });
    expect(Buffer.from(document.look.logo ?? []).equals(testLogo(40, 20))).toBe(true);
  });

  test("never changes: not with the company, its logo, the account or its language", async () => {
    await saveCompany();
    const { id: accountId } = await makeAccount(here, { name: "Before", ...buyer });
    const order = await issue(here, { accountId });
    const before = await getInvoiceDocument(here.as.manager, order.number);

    await saveCompany({ legalName: "Another AG", iban: null, accentColor: "#000000", city: "Bremen" });
    await showLogo(testLogo(9, 9));
    const { version } = await getAccount(here.as.manager, accountId);
    const after = {
      name: "After",
      ...buyer,
      city: "Graz",
      vatId: null,
      language: "en",
      active: true,
      version,
    };
    value(await editAccount(here.as.administrator, { ...after, id: accountId }));
    expect(await getInvoiceDocument(here.as.manager, order.number)).toEqual(before);

    const note = await getCreditNoteDocument(here.as.manager, await credited(order.code));
    expect(note).toMatchObject({
      kind: "credit_note",
      language: "en",
      invoice: { number: order.number, issueDate: before.issueDate },
      seller: { legalName: "Another AG", bank: null },
      buyer: { name: "After", vatId: null },
      look: { accentColor: "#000000" },
      lines: before.lines,
      taxes: before.taxes,
    });
    expect(Buffer.from(note.look.logo ?? []).equals(testLogo(9, 9))).toBe(true);
    await saveCompany();
    expect(await getCreditNoteDocument(here.as.manager, note.number)).toEqual(note);
  });

  test("says the period of each line by its start date, and taxes by rate that add up", async () => {
    const product = (input: object) => makeProduct(here, { taxRate: "19", ...input });
    const month = await product({ name: "Month" });
    const year = await product({ name: "Year", billingPeriod: "year", taxRate: "7" });
    const once = await product({ name: "Once", type: "one_off", billingPeriod: "once" });
    const trial = await product({ name: "Trial", trialDays: 14, trialMaxQuantity: 5 });
    const items = [month, year, once].map(({ id }) => ({ productId: id, quantity: 3, unitPrice: "3.33" }));
    const tried = { productId: trial.id, quantity: 1, itemType: "trial" as const };
    const { code } = await makeOrder(here, { items: [...items, tried] });
    const startDate = addDays(localDay(here.as.operator.now, "UTC"), 10);
    const { invoiceNumber } = value(await executeOrder(here.as.operator, { code, startDate }));

    const document = await getInvoiceDocument(here.as.manager, invoiceNumber);
    const next = new Date(`${startDate}T00:00:00Z`);
    next.setUTCFullYear(next.getUTCFullYear() + 1);
    const lines = document.lines.map(({ billingPeriod, servicePeriod }) => ({
      billingPeriod,
      servicePeriod,
    }));
    expect(lines).toEqual([
      { billingPeriod: "month", servicePeriod: { from: startDate, to: expect.any(String) } },
      {
        billingPeriod: "year",
        servicePeriod: { from: startDate, to: addDays(next.toISOString().slice(0, 10), -1) },
      },
      { billingPeriod: "once", servicePeriod: null },
      { billingPeriod: "month", servicePeriod: { from: startDate, to: addDays(startDate, 13) } },
    ]);
    expect(document.taxes).toEqual([
      { rate: "19", net: "19.98", tax: "3.80" },
      { rate: "7", net: "9.99", tax: "0.70" },
    ]);
    expect(document).toMatchObject({ netTotal: "29.97", taxTotal: "4.50" });
  });

  test("is given to its own account, and to no other account, organization or role", async () => {
    const customer = await makeCustomer(here);
    const order = await issue(here, { accountId: customer.accountId });
    const own = await getOwnInvoiceDocument(customer, order.number);
    expect(own).toMatchObject({ number: order.number, kind: "invoice" });
    const note = await credited(order.code);
    expect(await getOwnCreditNoteDocument(customer, note)).toMatchObject({ kind: "credit_note" });

    for (const other of [await makeCustomer(here), await makeCustomer(there)]) {
      await expect(getOwnInvoiceDocument(other, order.number)).rejects.toThrow(NotFound);
      await expect(getOwnCreditNoteDocument(other, note)).rejects.toThrow(NotFound);
    }
    await expect(getInvoiceDocument(there.as.manager, order.number)).rejects.toThrow(NotFound);
    await expect(getInvoiceDocument(here.as.customer, order.number)).rejects.toThrow(Forbidden);
    await expect(getCreditNoteDocument(here.as.customer, note)).rejects.toThrow(Forbidden);
  });
});

test("documents that were issued before they kept these facts get what is known of them", async () => {
  await saveCompany();
  const { id: accountId } = await makeAccount(here, buyer);
  const old = await issue(here, { accountId });
  await credited(old.code);
  const client = new pg.Client({ connectionString: ownerUrl() });
  await client.connect();
  // The company or the account has changed since the other documents were issued.
  const rowsOf = async (table: string, where: string) => {
    const { rows } = await client.query(
      `SELECT to_jsonb(t) AS row FROM ${table} AS t WHERE ${where} ORDER BY id`,
    );
    return rows;
  };
  const stored = async () => ({
    invoices: await rowsOf("invoices", `account_id = '${accountId}'`),
    creditNotes: await rowsOf("credit_notes", `account_id = '${accountId}'`),
    lines: await rowsOf("invoice_lines", `organization_id = '${here.organizationId}'`),
  });
  const before = await stored();

  const columns = "DROP COLUMN seller, DROP COLUMN buyer, DROP COLUMN language, DROP COLUMN logo_id";
  await client.query(`
    ALTER TABLE invoices ${columns};
    ALTER TABLE credit_notes ${columns};
    ALTER TABLE invoice_lines DROP COLUMN billing_period, DROP COLUMN service_from, DROP COLUMN service_to;
    DROP FUNCTION seller_of(organizations); DROP FUNCTION buyer_of(accounts)`);
  // The migration reads the table in which executions were recorded then.
  await client.query(`CREATE VIEW order_history AS
    SELECT organization_id, id, order_id, 'executed' AS event, after FROM events WHERE kind = 'order.executed'`);
  await client.query(readFileSync("prisma/migrations/20261126003100_documents_kept/migration.sql", "utf8"));
  await client.query("DROP VIEW order_history");
  const after = await stored();
  await client.end();
  expect([before.invoices.length, before.creditNotes.length]).toEqual([1, 1]);
  expect(before.lines.length).toBeGreaterThan(4);
  expect(after).toEqual(before);
});
