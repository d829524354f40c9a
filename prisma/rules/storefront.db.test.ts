import { beforeAll, describe, expect, it } from "vitest";
import { addToBasket } from "@/lib/server/storefront/basket/commands/add-to-basket";
import type { CustomerCtx } from "@/lib/server/storefront/customer";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
} from "@/lib/server/testing/factories/basics";
import { makeCustomer } from "@/lib/server/testing/factories/customers";
import { owner } from "@/lib/server/testing/owner";

// Raw SQL goes past every command, so the database itself must refuse what breaks a rule of docs/domain.md, section
// 5.

let organization: TestOrganization;
let customer: CustomerCtx;
let account: string;
let other: string;
beforeAll(async () => {
  organization = await makeOrganization();
  customer = await makeCustomer(organization);
  account = (await makeAccount(organization)).id;
  other = (await makeAccount(organization)).id;
  const { id: productId } = await makeProduct(organization);
  await addToBasket(customer, { productId });
});

const run = (statement: string) => owner().$executeRawUnsafe(statement);
const setAccount = (set: string, id: string) =>
  `UPDATE accounts SET ${set} WHERE organization_id = '${organization.organizationId}' AND id = '${id}'`;
const basket = () =>
  `organization_id = '${organization.organizationId}' AND basket_user_id = '${customer.userId}'`;
const insertBasket = (cells: Record<string, string>) => {
  const all = {
    organization_id: `'${organization.organizationId}'`,
    code: "'99001'",
    number: "99001",
    name: "'Order'",
    account_id: `'${customer.accountId}'`,
    billing_to_id: `'${customer.accountId}'`,
    source: "'storefront'",
    currency: "'EUR'",
    order_date: "now()",
    status_id: `'${organization.statuses.Draft}'`,
    status_type: "'in_progress'",
    status_storefront_type: "'draft'",
    basket_user_id: `'${customer.userId}'`,
    ...cells,
  };
  return `INSERT INTO orders (${Object.keys(all)}) VALUES (${Object.values(all)})`;
};

describe("the database refuses", () => {
  it.each<[string, () => string, RegExp]>([
    ["a second basket of a user", () => insertBasket({}), /account_id_basket_user_id|already exists/],
    [
      "a basket that BSS made",
      () => insertBasket({ account_id: `'${other}'`, source: "'bss'" }),
      /basket_is_a_storefront_draft/,
    ],
    [
      "a submitted basket",
      () =>
        insertBasket({
          account_id: `'${other}'`,
          status_id: `'${organization.statuses.Submitted}'`,
          status_storefront_type: "'viewable'",
        }),
      /basket_is_a_storefront_draft/,
    ],
    [
      "a customer as somebody's reseller",
      () => setAccount(`reseller_id = '${other}'`, account),
      /accounts_organization_id_reseller_id/,
    ],
    [
      "a customer as reseller by another type",
      () => setAccount(`reseller_id = '${other}', reseller_type = 'customer'`, account),
      /reseller_type_is_reseller/,
    ],
    [
      "a reseller's reseller",
      () => setAccount(`type = 'reseller', reseller_id = '${other}'`, account),
      /reseller_has_no_reseller/,
    ],
  ])("%s", async (_, statement, reason) => {
    await expect(run(statement())).rejects.toThrow(reason);
  });

  it("a reseller with customers made a customer", async () => {
    await run(setAccount("type = 'reseller'", other));
    await run(setAccount(`reseller_id = '${other}'`, account));
    await expect(run(setAccount("type = 'customer'", other))).rejects.toThrow(/reseller_id_reseller_type/);
  });
});

it("ends a basket with its Draft", async () => {
  const { Submitted } = organization.statuses;
  await run(
    `UPDATE orders SET status_id = '${Submitted}', status_storefront_type = 'viewable' WHERE ${basket()}`,
  );
  expect(await owner().order.count({ where: { basketUserId: customer.userId } })).toBe(0);
});

describe("of a payment request the database refuses", () => {
  const insert = (cells: Record<string, string> = {}) => {
    const all = {
      organization_id: `'${organization.organizationId}'`,
      id: "'00000000-0000-4000-8000-000000000007'",
      account_id: `'${customer.accountId}'`,
      order_id: `(SELECT id FROM orders WHERE organization_id = '${organization.organizationId}' LIMIT 1)`,
      driver: "'simulated'",
      amount: "10",
      currency: "'EUR'",
      ...cells,
    };
    return `INSERT INTO payment_requests (${Object.keys(all)}) VALUES (${Object.values(all)})`;
  };

  it.each<[string, Record<string, string>, RegExp]>([
    ["no amount", { amount: "0" }, /payment_requests_amount/],
    ["paid without a payment", { state: "'paid'", settled_at: "now()" }, /paid_has_payment/],
    ["settled at no time", { state: "'failed'" }, /settled_at/],
  ])("%s", async (_, cells, reason) => {
    await expect(run(insert(cells))).rejects.toThrow(reason);
  });

  it("another amount, and another word of the provider", async () => {
    await run(insert());
    const set = (what: string) =>
      `UPDATE payment_requests SET ${what} WHERE id = '00000000-0000-4000-8000-000000000007'`;
    await expect(run(set("amount = 1"))).rejects.toThrow(/keeps its amount/);
    await run(set("state = 'failed', settled_at = now()"));
    await expect(run(set("state = 'open', settled_at = NULL"))).rejects.toThrow(/is final/);
  });
});
