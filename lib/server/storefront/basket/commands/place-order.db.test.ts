import { beforeAll, describe, expect, test } from "vitest";
import { recordPayment } from "../../../billing/commands/record-payment";
import { read } from "../../../kernel/db";
import { NotFound } from "../../../kernel/errors";
import { executeOrder } from "../../../orders/commands/execute-order";
import {
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "../../../testing/factories/basics";
import { buy as buyOf, placeBasket, seenBasket } from "../../../testing/factories/baskets";
import { makeCustomer } from "../../../testing/factories/customers";
import { messagesAbout } from "../../../testing/factories/messages";
import { storedOrder } from "../../../testing/factories/orders";
import { makeVendorProduct, testSecret } from "../../../testing/factories/vendors";
import { VendorSimulator } from "../../../vendor-simulator/simulator";
import type { CustomerCtx } from "../../customer";
import { getOwnOrder } from "../../orders/queries/get-own-order";
import { listOwnOrders } from "../../orders/queries/list-own-orders";
import { basketCode } from "../open";
import { getBasket } from "../queries/get-basket";
import { addToBasket } from "./add-to-basket";
import { removeFromBasket } from "./change-basket";
import { placeOrder } from "./place-order";

let here: TestOrganization;
let mail: { id: string };
beforeAll(async () => {
  here = await makeOrganization();
  mail = await makeProduct(here, { name: "Mail", price: "10" });
});

const withBasket = async (quantity = 1, account: { creditLimit?: string; email?: string } = {}) => {
  const customer = await makeCustomer(here, account);
  value(await addToBasket(customer, { productId: mail.id, quantity }));
  return customer;
};

test("an order that nothing holds is executed at once, with its invoice and subscription", async () => {
  const customer = await withBasket(3);
  const { code } = await seenBasket(customer);
  expect(value(await placeBasket(customer))).toEqual({ code, heldBy: [] });

  const order = await storedOrder(here.as.operator, code);
  expect(order.status.description).toBe("Executed");
  expect(order).toMatchObject({ source: "storefront", basketUserId: null });
  expect(order.invoices.map(({ total }) => String(total))).toEqual(["36"]);
  expect(order.subscriptions.map(({ quantity }) => quantity)).toEqual([3]);
  expect(order.history.map(({ kind }) => kind)).toEqual(["order.created", "order.placed", "order.executed"]);
  expect(await basketCode(customer)).toBeNull();

  const { rows } = await listOwnOrders(customer, {});
  expect(rows).toMatchObject([{ code, total: "36.00", status: { label: "Executed" } }]);
  const [invoice] = order.invoices;
  expect(await getOwnOrder(customer, code)).toMatchObject({ holds: [], invoices: [invoice?.number] });
});

test("one that its vendor is asked about is executed when the vendor agrees, else waits and tells the customer", async () => {
  const outside = await VendorSimulator.start(testSecret);
  const endpoint = outside.url({ stock: 2 });
  const { id: productId } = await makeVendorProduct(here, { endpoint, preCheck: true });
  const buy = async (quantity: number) => {
    const customer = await makeCustomer(here);
    return { customer, ...(await buyOf(customer, productId, quantity)) };
  };
  const clear = await buy(2);
  expect(clear.heldBy).toEqual([]);
  const { status, invoices } = await storedOrder(here.as.operator, clear.code);
  expect([status.description, invoices.length]).toEqual(["Executed", 1]);
  const held = await buy(3);
  expect(held.heldBy).toEqual(["vendor"]);
  expect(await getOwnOrder(held.customer, held.code)).toMatchObject({ holds: [{ gate: "vendor" }] });
  await outside.stop();
});

test("one over credit is Submitted, says by how much, and executes from BSS once that is paid", async () => {
  const customer = await withBasket(10, { creditLimit: "50", email: "buyer@acme.example" });
  expect((await getBasket(customer))?.credit).toMatchObject({ gate: "credit", missing: "70.00" });
  const { code, heldBy } = value(await placeBasket(customer));
  expect(heldBy).toEqual(["credit"]);
  expect(await messagesAbout(here.as.operator, code)).toMatchObject([
    {
      type: "submitted_without_credit",
      address: "buyer@acme.example",
      text: expect.stringContaining("€70.00"),
    },
  ]);
  expect(await getOwnOrder(customer, code)).toMatchObject({
    status: { label: "In Progress / Submitted" },
    holds: [{ gate: "credit", missing: "70.00" }],
  });
  const before = await storedOrder(here.as.operator, code);
  expect(before.status.description).toBe("Submitted");
  expect(before.lastRefusal).toMatchObject([{ gate: "credit" }]);
  expect(before.invoices).toEqual([]);
  expect(before.history.map(({ kind }) => kind)).toEqual([
    "order.created",
    "order.placed",
    "order.execution_refused",
  ]);

  const { operator } = here.as;
  value(await recordPayment(operator, { accountId: customer.accountId, amount: "70" }));
  value(await executeOrder(operator, { code }));
  expect((await getOwnOrder(customer, code)).status.label).toBe("Executed");
});

test("what only our staff executes is Submitted, and executed by a person in BSS", async () => {
  const rack = await makeProduct(here, { name: "Rack", nonAutomatic: true });
  const customer = await makeCustomer(here, { email: "buyer@acme.example" });
  const { code, heldBy } = await buyOf(customer, rack.id);
  expect(heldBy).toEqual(["non_automatic"]);
  expect(await messagesAbout(here.as.operator, code)).toMatchObject([
    { type: "confirmation", address: "buyer@acme.example", subject: `We received your order ${code}` },
  ]);
  expect(await storedOrder(here.as.operator, code)).toMatchObject({ nonAutomatic: true });
  value(await executeOrder(here.as.operator, { code }));
  expect((await getOwnOrder(customer, code)).status.label).toBe("Executed");
});

test("whose invoice is another's does not learn of their credit", async () => {
  const payer = await makeCustomer(here, { creditLimit: "5", name: "Payer" });
  const customer = await makeCustomer(here, { billingToId: payer.accountId });
  value(await addToBasket(customer, { productId: mail.id }));
  const placed = value(await placeBasket(customer));
  expect(placed).toEqual({ code: placed.code, heldBy: ["credit"] });
  const [message] = await messagesAbout(here.as.operator, placed.code);
  expect(message).toMatchObject({ type: "submitted_without_credit", address: null });
  expect(message?.text).not.toContain("by €");
  const order = await getOwnOrder(customer, placed.code);
  expect(order).toMatchObject({ billingTo: "Payer", holds: [{ gate: "credit", missing: null }] });
  expect(JSON.stringify(order.holds)).not.toMatch(/\d/);
});

describe("one order, however often it is placed:", () => {
  test("twenty times at once", async () => {
    const customer = await withBasket();
    const agreed = await seenBasket(customer);
    const answers = await Promise.all(Array.from({ length: 20 }, () => placeOrder(customer, agreed)));
    expect(answers.map(({ ok }) => ok)).toEqual(Array(20).fill(true));
    expect(await read(here.as.operator).order.count({ where: { accountId: customer.accountId } })).toBe(1);
    const order = await storedOrder(here.as.operator, agreed.code);
    expect([order.invoices.length, order.subscriptions.length]).toEqual([1, 1]);
    expect(order.history.filter(({ kind }) => kind === "order.placed")).toHaveLength(1);
  });

  test("while the basket is added to", async () => {
    const customer = await withBasket();
    const agreed = await seenBasket(customer);
    const [placed] = await Promise.all([
      placeOrder(customer, agreed),
      addToBasket(customer, { productId: mail.id }).catch((error) => error),
    ]);
    const order = await storedOrder(here.as.operator, agreed.code);
    const units = order.items.map(({ quantity }) => quantity);
    if (placed.ok) expect(units).toEqual([1]);
    else expect([placed.refusal.reason, units]).toEqual(["basket_changed", [2]]);
  });
});

test("accounts that pay for each other all place their orders at once", async () => {
  const accounts = [(await makeCustomer(here)).accountId, (await makeCustomer(here)).accountId];
  const customers: CustomerCtx[] = [];
  for (const [index, id] of accounts.entries()) {
    const billingToId = accounts[1 - index] ?? null;
    await read(here.as.operator).account.updateMany({ where: { id }, data: { billingToId } });
    for (let count = 0; count < 6; count++) {
      const customer = await makeCustomer(here, { accountId: id });
      value(await addToBasket(customer, { productId: mail.id }));
      customers.push(customer);
    }
  }
  const placed = await Promise.all(customers.map(async (customer) => value(await placeBasket(customer))));
  expect(placed.map(({ heldBy }) => heldBy)).toEqual(customers.map(() => []));
});

describe("refuses, and the basket stays,", () => {
  test("what was changed in another tab", async () => {
    const customer = await withBasket();
    const agreed = await seenBasket(customer);
    value(await addToBasket(customer, { productId: mail.id }));
    expect(await placeOrder(customer, agreed)).toMatchObject({ refusal: { reason: "basket_changed" } });
  });

  test("another price than the customer saw", async () => {
    const product = await makeProduct(here, { price: "10" });
    const customer = await makeCustomer(here);
    value(await addToBasket(customer, { productId: product.id }));
    const agreed = await seenBasket(customer);
    await read(here.as.administrator).product.updateMany({
      where: { id: product.id },
      data: { price: "11" },
    });
    const refusal = { reason: "price_changed", was: "12.00", now: "13.20", currency: "EUR" };
    expect(await placeOrder(customer, agreed)).toEqual({ ok: false, refusal });
    value(await placeBasket(customer));
    const order = await storedOrder(here.as.operator, agreed.code);
    expect(String(order.finalPrice)).toBe("13.2");
  });

  test("a product that is not sold any more, or does not go with the others any more", async () => {
    const product = await makeProduct(here, { name: "Gone" });
    const customer = await withBasket();
    value(await addToBasket(customer, { productId: product.id }));
    const rows = read(here.as.administrator).product;
    await rows.updateMany({ where: { id: product.id }, data: { active: false } });
    expect(await placeBasket(customer)).toMatchObject({
      refusal: { reason: "not_sold_any_more", products: ["Gone"] },
    });
    await rows.updateMany({ where: { id: product.id }, data: { active: true, nonAutomatic: true } });
    expect(await placeBasket(customer)).toMatchObject({
      refusal: { reason: "does_not_mix" },
    });
  });

  test("a closed account, and an empty basket", async () => {
    const customer = await withBasket();
    const accounts = read(here.as.operator).account;
    await accounts.updateMany({ where: { id: customer.accountId }, data: { active: false } });
    expect(await placeBasket(customer)).toMatchObject({
      refusal: { reason: "buyer_inactive" },
    });
    await accounts.updateMany({ where: { id: customer.accountId }, data: { active: true } });
    value(await removeFromBasket(customer, {}));
    expect(await placeBasket(customer)).toMatchObject({ refusal: { reason: "basket_empty" } });
  });

  test("a basket of another account, or of a colleague", async () => {
    const customer = await withBasket();
    const agreed = await seenBasket(customer);
    for (const other of [
      await makeCustomer(here),
      await makeCustomer(here, { accountId: customer.accountId }),
    ]) {
      await expect(placeOrder(other, agreed)).rejects.toThrow(NotFound);
    }
    const there = await makeCustomer(await makeOrganization());
    await expect(placeOrder(there, agreed)).rejects.toThrow(NotFound);
    await expect(getOwnOrder(customer, agreed.code)).rejects.toThrow(NotFound);
  });
});
