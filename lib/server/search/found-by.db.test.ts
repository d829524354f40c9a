import fc from "fast-check";
import pg from "pg";
import { beforeAll, describe, expect, it, test } from "vitest";
import { searchForm } from "@/lib/domain/search/search";
import { searchExamples } from "@/lib/domain/search/search.test-data";
import { ListOrdersInput } from "@/lib/schemas/order-list";
import { listAccounts } from "../accounts/queries/accounts";
import { listAuditLog } from "../audit-log/queries/list-audit-log";
import { listInvoices } from "../billing/queries/invoices";
import { read, sql, unscoped } from "../kernel/db";
import { listMessages } from "../messages/queries/messages";
import { deliverOrder } from "../orders/commands/deliver-order";
import { listOrders, orderListStatement } from "../orders/queries/list-orders";
import { accountOptions, productOptions } from "../orders/queries/options";
import { listProducts } from "../products/queries/products";
import { listCatalogue } from "../storefront/shop/queries/catalogue";
import { listSubscriptions } from "../subscriptions/queries/subscriptions";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  makeUser,
  type TestOrganization,
  value,
} from "../testing/factories/basics";
import { insertOrders } from "../testing/factories/bulk-orders";
import { makeCustomer } from "../testing/factories/customers";
import { makeOrder } from "../testing/factories/orders";
import { owner } from "../testing/owner";
import { listUsers } from "../users/queries/users";
import { listVendors } from "../vendors/queries/vendors";
import { everyWord } from "./found-by";

async function inDatabase(text: string, query: string): Promise<boolean> {
  if (query.trim() === "") return true;
  const found = everyWord(query, (word) => sql`search_form(${text}) LIKE ${word}`);
  const [row] = await unscoped().$queryRaw<{ found: boolean }[]>`SELECT ${found} AS found`;
  return row?.found ?? false;
}

describe("the database searches as the browser does", () => {
  test.each(searchExamples)("in %j, %j is found: %s", async (text, query, found) => {
    expect(await inDatabase(text, query)).toBe(found);
  });

  test("any text has one form in both", async () => {
    const letters = [
      ..." aZé\u0301ßæŒøŁıİςΣёЙ،شَةｱガ株한ﬁ½②'’#%_\\-–.@\"\u00a0\u200b\u00ad🚀",
      "A\u030a",
      "ẞ",
    ];
    const texts = fc.sample(fc.string({ unit: fc.constantFrom(...letters), maxLength: 30 }), 500);
    const rows = await unscoped().$queryRaw<{ form: string }[]>`
      SELECT search_form(text) AS form FROM unnest(${texts}::text[]) WITH ORDINALITY AS texts(text, n) ORDER BY n`;
    expect(rows.map(({ form }) => form)).toEqual(texts.map((text) => ` ${searchForm(text)}`));
  });
});

let here: TestOrganization;
let operator: TestOrganization["as"]["operator"];
let café: Awaited<ReturnType<typeof makeAccount>>;
let payer: Awaited<ReturnType<typeof makeAccount>>;
let backup: Awaited<ReturnType<typeof makeProduct>>;
let order: Awaited<ReturnType<typeof makeOrder>>;
let executed: Awaited<ReturnType<typeof makeOrder>>;

beforeAll(async () => {
  here = await makeOrganization();
  operator = here.as.operator;
  payer = await makeAccount(here, { name: "Médico Holding" });
  café = await makeAccount(here, { name: "Café Zürich", email: "buero@cafe.example", billingToId: payer.id });
  backup = await makeProduct(here, { code: "BKP-9", name: "Sauvegarde Été", description: "Nightly copies" });
  const items = [{ productId: backup.id, quantity: 2 }];
  order = await makeOrder(here, {
    accountId: café.id,
    items,
    name: "Déménagement",
    note: "Call Señor Peña first",
  });
  executed = await makeOrder(here, { accountId: café.id, items, statusId: here.statuses.Executed });
});

const codes = async (q: string) =>
  (await listOrders(operator, { q, sort: "number" })).rows.map(({ code }) => code);

describe("orders are found by", () => {
  it("code, with and without # and the word order", async () => {
    const { code } = order;
    for (const q of [code, `#${code}`, `order ${code}`, `Order #${code}`, `${code} zurich`]) {
      expect(await codes(q), q).toEqual([code]);
    }
    expect(await codes(code.slice(0, 3))).toEqual([code, executed.code]);
  });

  it("name, note, account, who is billed and products, in any order of words", async () => {
    for (const q of [
      "demenagement",
      "senor pena",
      "PEÑA señor",
      "medico demenagement",
      "ete cafe demenagement",
    ]) {
      expect(await codes(q), q).toEqual([order.code]);
    }
    for (const q of [
      café.code,
      payer.code,
      "cafe",
      "Cafe\u0301",
      "medico",
      "sauvegarde",
      "bkp-9",
      "zurich cafe",
    ]) {
      expect(await codes(q), q).toEqual([order.code, executed.code]);
    }
    for (const q of ["cafe bank", "nightly", "%", "_"]) expect(await codes(q), q).toEqual([]);
  });

  it("the number of an invoice, also of a sub-order's", async () => {
    const { number = "" } = executed.invoices[0] ?? {};
    for (const q of [number, number.toLowerCase(), number.replace("-", " "), `invoice ${number}`]) {
      expect(await codes(q), q).toEqual([executed.code]);
    }
  });

  it("the code of a sub-order, which is shown itself", async () => {
    const primary = await makeOrder(here, { name: "In parts" });
    const items = [{ itemId: primary.items[0]?.id ?? "", quantity: 1 }];
    const { subOrderCode } = value(await deliverOrder(operator, { code: primary.code, items }));
    expect(await codes(`#${subOrderCode}`)).toEqual([subOrderCode]);
    expect(await codes(`order ${subOrderCode}`)).toEqual([subOrderCode]);
  });

  it("what they are called after a change, and by nothing else", async () => {
    const made = await makeOrder(here, { name: "Alpha", note: "Bravo" });
    await read(operator).order.updateMany({ where: { id: made.id }, data: { name: "Gámma", note: "" } });
    expect(await codes("gamma")).toEqual([made.code]);
    expect(await codes("alpha")).toEqual([]);
    expect(await codes("bravo")).toEqual([]);
  });

  it("the name that an account or a product has now, and what a product was called when it was ordered", async () => {
    const account = await makeAccount(here, { name: "Oldname" });
    const product = await makeProduct(here, { name: "Oldproduct" });
    const made = await makeOrder(here, {
      ...{ accountId: account.id, name: "Renamed twice", items: [{ productId: product.id, quantity: 1 }] },
    });
    await read(operator).account.updateMany({ where: { id: account.id }, data: { name: "Nouveau Client" } });
    await read(operator).product.updateMany({ where: { id: product.id }, data: { name: "Nouveau Produit" } });
    for (const q of ["nouveau client", "produit nouveau", "oldproduct"])
      expect(await codes(q), q).toEqual([made.code]);
    expect(await codes("oldname")).toEqual([]);
  });

  it("their whole code before all others, in the filter and on the first page only", async () => {
    const { code } = order;
    const other = await makeOrder(here, { name: "Later", note: `See ${code}` });
    expect(await codes(code)).toEqual([code, other.code]);
    const pages = await listOrders(operator, { q: code, limit: 1 });
    expect(pages.rows.map((row) => row.code)).toEqual([code, other.code]);
    const filtered = await listOrders(operator, { q: code, account: other.accountId });
    expect(filtered.rows.map((row) => row.code)).toEqual([other.code]);
  });
});

test("every list finds words in any order, without accents", async () => {
  const user = await makeUser(here, { name: "José Núñez", role: "customer", accountId: café.id });
  const { administrator } = here.as;
  const { number } = executed.invoices[0] ?? {};
  const found = async (list: Promise<{ rows: object[] }>) => (await list).rows.length;
  expect(await found(listAccounts(operator, { q: "ZURICH cafe" }))).toBe(1);
  expect(await found(listAccounts(operator, { q: café.code.toLowerCase() }))).toBe(1);
  expect(await found(listProducts(operator, { q: "ete sauvegarde" }))).toBe(1);
  expect(await found(listProducts(operator, { q: "bkp 9" }))).toBe(1);
  expect(await found(listUsers(administrator, { q: "nunez jose" }))).toBe(1);
  expect(await found(listUsers(administrator, { q: "cafe nunez" }))).toBe(1);
  expect(await found(listInvoices(operator, { q: "holding medico" }))).toBe(1);
  expect(await found(listInvoices(operator, { q: `#${executed.code}` }))).toBe(1);
  expect(await found(listInvoices(operator, { q: `invoice ${number}` }))).toBe(1);
  expect(await found(listSubscriptions(operator, { q: "cafe sauvegarde" }))).toBe(1);
  expect(await found(listSubscriptions(operator, { q: `order ${executed.code}` }))).toBe(1);
  expect(await found(listMessages(operator, { q: `cafe order ${executed.code}` }))).toBe(1);
  expect(await found(listAuditLog(administrator, { q: user.email.split("@")[0] }))).toBe(1);
  expect(await found(listVendors(administrator, { q: "nobody" }))).toBe(0);
  const customer = await makeCustomer(here);
  expect(await found(listCatalogue(customer, { q: "copies ete" }))).toBe(1);
});

test("pickers find the same, the best first", async () => {
  for (const name of ["Nordcafe", "Cafe Aarau"]) await makeAccount(here, { name });
  const names = async (q: string) => (await accountOptions(operator, { q })).map(({ name }) => name);
  expect(await names("café")).toEqual(["Cafe Aarau", "Café Zürich", "Nordcafe"]);
  expect(await names("zurich cafe")).toEqual(["Café Zürich"]);
  expect(await names(café.code)).toEqual(["Café Zürich"]);
  expect(await productOptions(operator, { q: "ete" })).toMatchObject([{ name: "Sauvegarde Été" }]);
});

test("a rare word is read from the index of words", async () => {
  const there = await makeOrganization();
  const now = new Date("2026-11-25T12:00:00Z");
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await insertOrders(client, { organizationId: there.organizationId, count: 2000, now, items: 1 });
  await client.end();
  const input = ListOrdersInput.parse({ q: "order 2023 customer" });
  const statement = await orderListStatement(there.as.operator, input);
  await owner().$executeRaw`ANALYZE order_search`;
  // So few orders are read just as quickly one after the other, so that way is closed as it is for many.
  const plan = await unscoped().$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
    await tx.$executeRaw`SET LOCAL enable_indexscan = off`;
    return tx.$queryRaw<{ "QUERY PLAN": string }[]>(sql`EXPLAIN ${statement}`);
  });
  expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).toContain("order_search_words");
  const found = await listOrders(there.as.operator, { q: "2023 customer" });
  expect(found.rows.map(({ code }) => code)).toEqual(["2023"]);
});
