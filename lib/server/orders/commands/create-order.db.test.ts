import { beforeAll, describe, expect, test } from "vitest";
import { Forbidden } from "../../kernel/errors";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
} from "../../testing/factories/basics";
import { makeOrder, storedOrder } from "../../testing/factories/orders";
import { createOrder } from "./create-order";

let here: TestOrganization;
let there: TestOrganization;
beforeAll(async () => {
  [here, there] = [await makeOrganization(), await makeOrganization()];
});

describe("a new order", () => {
  test("is Submitted, named after its account, totalled, and tells how it began", async () => {
    const account = await makeAccount(here, { name: "Acme" });
    const product = await makeProduct(here, { price: "10.00", cost: "6.00", taxRate: "20" });
    const order = await makeOrder(here, {
      accountId: account.id,
      items: [{ productId: product.id, quantity: 3, discountPercent: "10" }],
    });
    expect(order).toMatchObject({
      name: `Acme ${order.code}`,
      billingToId: account.id,
      source: "bss",
      currency: "EUR",
      status: { description: "Submitted" },
      itemCount: 1,
      executedItemCount: 0,
      items: [{ quantity: 3, description: product.name }],
      history: [{ kind: "order.created", statusLabel: "Submitted", actorType: "user" }],
    });
    expect(
      [order.netTotal, order.discountTotal, order.taxTotal, order.finalPrice, order.costTotal].map(String),
    ).toEqual(["27", "3", "5.4", "32.4", "18"]);
  });

  test("is billed to whom the account names, unless told otherwise", async () => {
    const parent = await makeAccount(here);
    const account = await makeAccount(here, { billingToId: parent.id });
    expect((await makeOrder(here, { accountId: account.id })).billingToId).toBe(parent.id);
    const told = await makeOrder(here, { accountId: account.id, billingToId: account.id });
    expect(told.billingToId).toBe(account.id);
  });

  test("of an executing status is saved and executed", async () => {
    const order = await makeOrder(here, { statusId: here.statuses.Executed });
    expect(order).toMatchObject({ status: { description: "Executed" }, invoices: [{}] });
  });

  test("of an executing status stays Submitted, with the reasons, when a gate holds it", async () => {
    const account = await makeAccount(here, { creditLimit: "0" });
    const product = await makeProduct(here);
    const created = await createOrder(here.as.operator, {
      accountId: account.id,
      statusId: here.statuses.Executed,
      items: [{ productId: product.id, quantity: 1 }],
    });
    expect(created).toMatchObject({
      ok: true,
      value: { notExecuted: { reason: "held", gates: [{ gate: "credit" }] } },
    });
    const code = created.ok ? created.value.code : "";
    expect(await storedOrder(here.as.operator, code)).toMatchObject({
      status: { description: "Submitted" },
      invoices: [],
      lastRefusal: [{ gate: "credit", missing: "12.00" }],
      history: [{ kind: "order.created" }, { kind: "order.execution_refused" }],
    });
  });
});

describe("refused", () => {
  const good = async () => ({
    accountId: (await makeAccount(here)).id,
    items: [{ productId: (await makeProduct(here)).id, quantity: 1 }],
  });

  test.each(["Draft", "Pending Reseller Approval", "Canceled by Reseller", "Executing", "Scheduled"])(
    "status %s, which users do not set",
    async (description) => {
      const created = await createOrder(here.as.operator, {
        ...(await good()),
        statusId: here.statuses[description],
      });
      expect(created).toMatchObject({
        ok: false,
        refusal: { reason: "status_not_settable", status: description },
      });
    },
  );

  test("another organization's account, billing account, product, subscription and status, each beside its field", async () => {
    const foreign = {
      accountId: (await makeAccount(there)).id,
      productId: (await makeProduct(there)).id,
      statusId: there.statuses.Submitted,
    };
    const order = await good();
    const item = order.items[0] ?? { productId: "", quantity: 1 };
    const executed = await makeOrder(there, { statusId: there.statuses.Executed });
    const subscriptionId = executed.subscriptions[0]?.id ?? "";
    const cases = [
      [{ ...order, accountId: foreign.accountId }, "accountId"],
      [{ ...order, billingToId: foreign.accountId }, "billingToId"],
      [{ ...order, statusId: foreign.statusId }, "statusId"],
      [{ ...order, items: [{ ...item, productId: foreign.productId }] }, "items.0.productId"],
      [
        { ...order, items: [{ ...item, itemType: "quantity_change", subscriptionId }] },
        "items.0.subscriptionId",
      ],
    ] as const;
    for (const [input, path] of cases) {
      expect(await createOrder(here.as.operator, input)).toMatchObject({
        ok: false,
        refusal: { reason: "invalid_input", problems: [{ path }] },
      });
    }
  });

  test.each([
    ["no items", { items: [] }],
    ["quantity 0", { quantity: 0 }],
    ["quantity NaN", { quantity: Number.NaN }],
    ["quantity -1", { quantity: -1 }],
    ["half a unit", { quantity: 1.5 }],
    ["a huge quantity", { quantity: 1e15 }],
    ["a negative price", { unitPrice: "-1" }],
    ["a price that is no number", { unitPrice: "NaN" }],
    ["a price with five decimals", { unitPrice: "0.00001" }],
    ["a discount over 100", { discountPercent: "100.001" }],
    ["a name too long", { name: "x".repeat(161) }],
    ["an account that is no id", { accountId: "'; DROP TABLE orders" }],
    ["a control character in the name", { name: "a\u0000b" }],
    ["a control character in the note", { note: "a\u0000b" }],
    ["a forged field", { organizationId: "other" }],
  ])("%s", async (_, wrong) => {
    const order = await good();
    const { quantity, unitPrice, discountPercent, ...rest } = wrong as Record<string, unknown>;
    const given = { quantity, unitPrice, discountPercent };
    const asked = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const items = order.items.map((item) => ({ ...item, ...asked }));
    await expect(createOrder(here.as.operator, { ...order, items, ...rest })).rejects.toThrow(
      expect.objectContaining({ name: "ZodError" }),
    );
  });

  test.each(["manager", "customer", "reseller"] as const)("a %s", async (role) => {
    await expect(createOrder(here.as[role], await good())).rejects.toThrow(Forbidden);
  });
});

test("names in any script are kept as typed", async () => {
  for (const name of ["Zażółć 🚀", "طلب جديد", "<b>x</b>", "\u200bedge\u200b"]) {
    expect((await makeOrder(here, { name })).name).toBe(name.replaceAll("\u200b", ""));
  }
});

test("many at once get codes of their own", async () => {
  const orders = await Promise.all(Array.from({ length: 8 }, () => makeOrder(here)));
  expect(new Set(orders.map(({ code }) => code)).size).toBe(8);
});
