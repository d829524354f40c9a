import { beforeAll, expect, it } from "vitest";
import { createOrder } from "./orders/create";
import { reverseExecution } from "./orders/reverse";
import { searchEverything } from "./search";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "./testing/factories";
import { makeOrder } from "./testing/orders";

let organization: TestOrganization;
let codes: string[];

beforeAll(async () => {
  organization = await makeOrganization();
  const account = await makeAccount(organization, { name: "Fabrikam 7% Müller" });
  const product = await makeProduct(organization, { code: "MAIL-1", name: "Mailbox Business" });
  codes = [];
  for (let i = 0; i < 3; i++) {
    const input = { accountId: account.id, items: [{ productId: product.id, quantity: 1 }] };
    codes.push(value(await createOrder(organization.as.operator, input)).code);
  }
});

const labels = async (text: unknown, ctx = organization.as.operator) =>
  (await searchEverything(ctx, text)).map(({ label }) => label);

it("finds an order by its code and by how its code begins", async () => {
  const [code = ""] = codes;
  expect(await labels(code)).toEqual([code]);
  expect(await labels(`#${code}`)).toEqual([code]);
  expect(await labels(code.slice(0, -1))).toEqual(codes);
});

it("finds an invoice and its credit note by their numbers", async () => {
  const { code } = await makeOrder(organization, { statusId: organization.statuses.Executed });
  value(await reverseExecution(organization.as.administrator, { code, comment: "A mistake" }));
  expect(await labels("inv-1001")).toEqual(["INV-1001"]);
  expect(await labels("cn-1001")).toEqual(["CN-1001"]);
  expect(await labels("cn-1001", organization.as.customer)).toEqual([]);
});

it("finds accounts and products by a part of the name, or the code", async () => {
  expect(await labels("müll")).toEqual(["Fabrikam 7% Müller"]);
  expect(await labels("mailbox")).toEqual(["Mailbox Business"]);
  expect(await labels("mail-1")).toEqual(["Mailbox Business"]);
});

it("takes signs of patterns as they are, and bad input as nothing", async () => {
  expect(await labels("7%")).toEqual(["Fabrikam 7% Müller"]);
  expect(await labels("%_%")).toEqual([]);
  expect(await labels("")).toEqual([]);
  expect(await labels({ text: "x" })).toEqual([]);
  expect(await labels("9".repeat(100))).toEqual([]);
});

it("shows nothing of another organization, and nothing to who may not see it", async () => {
  const other = await makeOrganization();
  expect(await labels(codes[0], other.as.administrator)).toEqual([]);
  expect(await labels("fabrikam", other.as.administrator)).toEqual([]);
  expect(await labels("fabrikam", organization.as.customer)).toEqual([]);
});
