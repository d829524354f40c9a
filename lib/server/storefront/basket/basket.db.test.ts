import { beforeAll, describe, expect, test } from "vitest";
import { read } from "../../kernel/db";
import { Forbidden } from "../../kernel/errors";
import { executeOrder } from "../../orders/commands/execute-order";
import { getOrder } from "../../orders/queries/get-order";
import { changeAccount } from "../../testing/factories/accounts";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "../../testing/factories/basics";
import { basketOf, placeBasket } from "../../testing/factories/baskets";
import { makeCustomer } from "../../testing/factories/customers";
import { makeOrder, storedOrder } from "../../testing/factories/orders";
import { type CustomerCtx, customerOf } from "../customer";
import { startPayment } from "../payments/commands/start-payment";
import { addToBasket } from "./commands/add-to-basket";
import { changeBasketItem, removeFromBasket } from "./commands/change-basket";
import { basketSize, getBasket } from "./queries/get-basket";

let here: TestOrganization;
let mail: { id: string };
let server: { id: string };
beforeAll(async () => {
  here = await makeOrganization();
  mail = await makeProduct(here, { name: "Mail", price: "3.80" });
  server = await makeProduct(here, { name: "Server", price: "100", requiredConfiguration: ["Hostname"] });
});

const itemOf = async (customer: CustomerCtx, name: string) => {
  const item = (await basketOf(customer)).items.find(({ description }) => description === name);
  if (!item) throw new Error(`No ${name}`);
  return item;
};

test("a basket is a Draft of the Storefront at the prices of now, with tax", async () => {
  const customer = await makeCustomer(here);
  expect(await getBasket(customer)).toBeNull();
  expect(await basketSize(customer)).toBe(0);

  value(await addToBasket(customer, { productId: mail.id, quantity: 5 }));
  value(await addToBasket(customer, { productId: server.id, configuration: { Hostname: "srv1" } }));
  const basket = await basketOf(customer);
  expect(basket).toMatchObject({
    currency: "EUR",
    nonAutomatic: false,
    totals: { net: "119.00", tax: "23.80", finalPrice: "142.80" },
    items: [
      { description: "Mail", quantity: 5, unitPrice: "3.80", net: "19.00" },
      { description: "Server", configuration: { Hostname: "srv1" }, requiredConfiguration: ["Hostname"] },
    ],
  });
  expect(await basketSize(customer)).toBe(2);

  const order = await storedOrder(here.as.operator, basket.code);
  expect(order).toMatchObject({ source: "storefront", accountId: customer.accountId, version: 3 });
  expect(order.status.description).toBe("Draft");
  expect(String(order.finalPrice)).toBe("142.8");
  expect(order.history.map(({ kind, actorName }) => [kind, actorName])).toEqual([
    ["order.created", "Ada Example"],
  ]);
});

test("the same product becomes more of it; another configuration is another item", async () => {
  const customer = await makeCustomer(here);
  for (const Hostname of ["a", "a", "b"])
    value(await addToBasket(customer, { productId: server.id, configuration: { Hostname } }));
  const { items } = await basketOf(customer);
  expect(items.map(({ quantity, configuration }) => [quantity, configuration.Hostname])).toEqual([
    [2, "a"],
    [1, "b"],
  ]);
});

test("quantities and values change, items go, one by one and all", async () => {
  const customer = await makeCustomer(here);
  value(await addToBasket(customer, { productId: mail.id }));
  value(await addToBasket(customer, { productId: server.id }));
  value(await changeBasketItem(customer, { itemId: (await itemOf(customer, "Mail")).id, quantity: 10 }));
  const configuration = { Hostname: "srv9" };
  value(await changeBasketItem(customer, { itemId: (await itemOf(customer, "Server")).id, configuration }));
  expect((await basketOf(customer)).totals.net).toBe("138.00");
  expect((await itemOf(customer, "Server")).configuration).toEqual(configuration);
  value(await changeBasketItem(customer, { itemId: (await itemOf(customer, "Server")).id, quantity: 2 }));
  expect(await itemOf(customer, "Server")).toMatchObject({ quantity: 2, configuration });
  value(await changeBasketItem(customer, { itemId: (await itemOf(customer, "Server")).id, quantity: 1 }));

  value(await removeFromBasket(customer, { itemId: (await itemOf(customer, "Mail")).id }));
  expect((await basketOf(customer)).items).toHaveLength(1);
  value(await removeFromBasket(customer, {}));
  expect((await basketOf(customer)).totals.finalPrice).toBe("0.00");
});

test("what a product costs now is what the basket says; what is sold no more is marked", async () => {
  const customer = await makeCustomer(here);
  const product = await makeProduct(here, { name: "Dear", price: "10" });
  value(await addToBasket(customer, { productId: product.id }));
  const rows = read(here.as.administrator).product;
  await rows.updateMany({ where: { id: product.id }, data: { price: "12.50", active: false } });
  expect(await itemOf(customer, "Dear")).toMatchObject({ unitPrice: "12.50", sold: false });
  expect(await addToBasket(customer, { productId: product.id })).toMatchObject({
    refusal: { reason: "invalid_input" },
  });
});

describe("refuses", () => {
  test("a product that our staff executes beside one that executes itself, whichever came first", async () => {
    const rack = await makeProduct(here, { name: "Rack", nonAutomatic: true });
    for (const [first, second, nonAutomatic] of [
      [mail, rack, true],
      [rack, mail, false],
    ] as const) {
      const customer = await makeCustomer(here);
      value(await addToBasket(customer, { productId: first.id }));
      expect(await addToBasket(customer, { productId: second.id })).toMatchObject({
        refusal: { reason: "does_not_mix", nonAutomatic },
      });
      expect((await basketOf(customer)).items).toHaveLength(1);
    }
  });

  test("a second trial of a product, and a trial of what the account has", async () => {
    const customer = await makeCustomer(here);
    const trial = { productId: mail.id, itemType: "trial" };
    value(await addToBasket(customer, trial));
    expect((await basketOf(customer)).totals.finalPrice).toBe("0.00");
    expect(await addToBasket(customer, trial)).toMatchObject({ refusal: { reason: "trial_had" } });

    const owner = await makeCustomer(here);
    const { code } = await makeOrder(here, {
      accountId: owner.accountId,
      items: [{ productId: mail.id, quantity: 1 }],
    });
    value(await executeOrder(here.as.operator, { code }));
    expect(await addToBasket(owner, trial)).toMatchObject({ refusal: { reason: "trial_had" } });
  });

  test("more units of a subscription that another account has", async () => {
    const [customer, owner] = [await makeCustomer(here), await makeCustomer(here)];
    const items = [{ productId: mail.id, quantity: 1 }];
    const { code } = await makeOrder(here, { accountId: owner.accountId, items });
    value(await executeOrder(here.as.operator, { code }));
    const [subscription] = (await storedOrder(here.as.operator, code)).subscriptions;
    const change = {
      productId: mail.id,
      itemType: "quantity_change",
      subscriptionId: subscription?.id,
      quantity: 2,
    };
    expect(await addToBasket(customer, change)).toMatchObject({ refusal: { reason: "invalid_input" } });
    expect(value(await addToBasket(owner, change))).toEqual({ product: "Mail", units: 2 });
  });

  test("an item of somebody else's basket, of the same account too", async () => {
    const customer = await makeCustomer(here);
    const colleague = await makeCustomer(here, { accountId: customer.accountId });
    value(await addToBasket(customer, { productId: mail.id }));
    value(await addToBasket(colleague, { productId: server.id }));
    const { id: itemId } = await itemOf(customer, "Mail");
    const refused = { ok: false, refusal: { reason: "not_in_basket" } };
    expect(await changeBasketItem(colleague, { itemId, quantity: 9 })).toEqual(refused);
    expect(await removeFromBasket(colleague, { itemId })).toEqual(refused);
    expect((await itemOf(customer, "Mail")).quantity).toBe(1);
  });

  test("a price from the browser", async () => {
    const customer = await makeCustomer(here);
    await expect(addToBasket(customer, { productId: mail.id, unitPrice: "0.01" })).rejects.toThrow(
      /unitPrice/,
    );
  });

  test("more values than any product asks for", async () => {
    const configuration = Object.fromEntries(
      Array.from({ length: 51 }, (_, index) => [`Value ${index}`, "x"]),
    );
    const customer = await makeCustomer(here);
    await expect(addToBasket(customer, { productId: mail.id, configuration })).rejects.toThrow(/at most 50/);
  });

  test("a product of another organization", async () => {
    const there = await makeOrganization();
    const foreign = await makeProduct(there);
    const customer = await makeCustomer(here);
    expect(await addToBasket(customer, { productId: foreign.id })).toMatchObject({
      refusal: { reason: "invalid_input" },
    });
  });

  test("everybody in BSS", () => {
    for (const role of ["administrator", "operator", "manager"] as const) {
      const ctx = here.as[role];
      const user = { id: "1", name: "", email: "", role, accountId: null };
      expect(() => customerOf({ ctx, user })).toThrow(Forbidden);
    }
  });
});

test("two tabs that start the basket at once start one", async () => {
  const customer = await makeCustomer(here);
  const answers = await Promise.all(
    [mail, server, mail, server].map(({ id }) => addToBasket(customer, { productId: id })),
  );
  expect(answers.every(({ ok }) => ok)).toBe(true);
  const orders = await read(here.as.operator).order.count({ where: { accountId: customer.accountId } });
  expect(orders).toBe(1);
  const { items } = await basketOf(customer);
  expect(items.map(({ quantity }) => quantity)).toEqual([2, 2]);
});

test("the basket follows who pays: it warns by the credit of now, and takes no payment for another account", async () => {
  const payer = await makeAccount(here, { name: "Meridian", city: "Oslo" });
  const customer = await makeCustomer(here, { creditLimit: "0", city: "Graz" });
  const product = await makeProduct(here);
  value(await addToBasket(customer, { productId: product.id }));
  expect(await basketOf(customer)).toMatchObject({
    billingTo: { other: false, address: { city: "Graz" } },
    credit: { missing: "12.00" },
  });

  await changeAccount(here, customer.accountId, { billingToId: payer.id });
  expect(await basketOf(customer)).toMatchObject({
    billingTo: { name: "Meridian", other: true, address: null, vatId: null },
    credit: null,
  });
  const { code } = await basketOf(customer);
  expect(await startPayment(customer, { code })).toEqual({
    ok: false,
    refusal: { reason: "not_payer", payer: "Meridian" },
  });
  expect((await getOrder(here.as.operator, code)).billingTo.id).toBe(payer.id);

  await changeAccount(here, payer.id, { creditLimit: "0" });
  expect((await basketOf(customer)).credit).toMatchObject({ missing: null });
  await changeAccount(here, customer.accountId, { billingToId: null });
  value(await startPayment(customer, { code }));

  // A placed order keeps its payer.
  await changeAccount(here, customer.accountId, { billingToId: payer.id });
  const placed = value(await placeBasket(customer));
  await changeAccount(here, customer.accountId, { billingToId: null });
  expect((await storedOrder(here.as.operator, placed.code)).billingToId).toBe(payer.id);
  expect((await getOrder(here.as.operator, placed.code)).billingTo.id).toBe(payer.id);
});
