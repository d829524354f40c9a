import { beforeAll, expect, it } from "vitest";
import { Forbidden } from "../../kernel/errors";
import { createOrder } from "../../orders/commands/create-order";
import { reverseExecution } from "../../orders/commands/reverse-execution";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  makeUser,
  type TestOrganization,
  value,
} from "../../testing/factories/basics";
import { makeOrder } from "../../testing/factories/orders";
import { searchEverything } from "./search-everything";

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
  expect(await labels(`order ${code}`)).toEqual([code]);
  expect((await labels(code.slice(0, -1))).slice(0, 3)).toEqual(codes);
});

it("finds an invoice and its credit note by their numbers", async () => {
  const { code } = await makeOrder(organization, { statusId: organization.statuses.Executed });
  value(await reverseExecution(organization.as.administrator, { code, comment: "A mistake" }));
  expect(await labels("inv-1001")).toEqual(["INV-1001", code]);
  expect(await labels("cn-1001")).toEqual(["CN-1001", code]);
});

it("finds accounts and products by words of the name in any order, without accents, or the code", async () => {
  for (const text of ["müll", "muller fabrikam", "7%"]) {
    expect((await labels(text)).toSorted(), text).toEqual(["Fabrikam 7% Müller", ...codes].toSorted());
    expect((await labels(text))[0], text).toBe("Fabrikam 7% Müller");
  }
  for (const text of ["mailbox", "business mail", "mail-1"]) {
    expect((await labels(text)).toSorted(), text).toEqual(["Mailbox Business", ...codes].toSorted());
  }
});

it("finds statuses and users by the words of their names", async () => {
  const [status] = await searchEverything(organization.as.operator, "pending reseller");
  const id = organization.statuses["Pending Reseller Approval"];
  expect(status).toMatchObject({ label: "Pending Reseller Approval", href: `/orders?status=${id}` });
  const user = await makeUser(organization, { name: "Zoë Åkesson" });
  const found = await searchEverything(organization.as.administrator, "akesson zoe");
  expect(found).toMatchObject([
    { label: "Zoë Åkesson", detail: user.email, href: `/setup/users/${user.id}` },
  ]);
  expect(await labels("akesson zoe")).toEqual([]);
});

it("takes signs of patterns for no words, and bad input for nothing", async () => {
  expect(await labels("%_%")).toEqual([]);
  expect(await labels("")).toEqual([]);
  expect(await labels({ text: "x" })).toEqual([]);
  expect(await labels("9".repeat(100))).toEqual([]);
});

it("shows nothing of another organization, and nothing to who may not see it", async () => {
  const other = await makeOrganization();
  expect(await labels(codes[0], other.as.administrator)).toEqual([]);
  expect(await labels("fabrikam", other.as.administrator)).toEqual([]);
  await expect(searchEverything(organization.as.customer, "fabrikam")).rejects.toThrow(Forbidden);
});
