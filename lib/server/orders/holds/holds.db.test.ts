import { beforeAll, expect, test } from "vitest";
import type { Gate } from "@/lib/domain/order/holds/gates";
import { type HeldFilter, heldFilters } from "@/lib/schemas/unexecuted";
import { recordPayment } from "../../billing/commands/record-payment";
import { saveCreditCheck } from "../../credit-check/commands/save-credit-check";
import { unexecutedGroups, unexecutedOrders } from "../../dashboard/queries/unexecuted-orders";
import { read } from "../../kernel/db";
import { editProduct } from "../../products/commands/edit-product";
import { changeAccount } from "../../testing/factories/accounts";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "../../testing/factories/basics";
import { makeOrder, storedOrder } from "../../testing/factories/orders";
import { makeVendorProduct, testSecret } from "../../testing/factories/vendors";
import { VendorSimulator } from "../../vendor-simulator/simulator";
import { cancelOrder } from "../commands/cancel-order";
import { deliverOrder } from "../commands/deliver-order";
import { editOrder } from "../commands/edit-order";
import { executeOrder } from "../commands/execute-order";
import { reverseExecution } from "../commands/reverse-execution";
import { heldByOf } from "./held-by";

/** Checks that the filters find exactly the orders that their gates hold, after any change to orders and accounts. */

let here: TestOrganization;
let ctx: TestOrganization["as"]["operator"];
let products: Record<"plain" | "configured" | "manual", string>;
beforeAll(async () => {
  here = await makeOrganization();
  ctx = here.as.operator;
  products = {
    plain: (await makeProduct(here)).id,
    configured: (await makeProduct(here, { requiredConfiguration: ["Domain"] })).id,
    manual: (await makeProduct(here, { nonAutomatic: true })).id,
  };
});

/** Expects each filter to find what evaluating the gates of every waiting order finds. */
async function expectFound(): Promise<Record<HeldFilter, string[]>> {
  const all = (await unexecutedOrders(ctx, { limit: 500 })).rows;
  const gates = await heldByOf(
    ctx,
    all.map(({ id }) => id),
  );
  const found = {} as Record<HeldFilter, string[]>;
  for (const held of heldFilters) {
    const holds = (gate: Gate) => gate.gate === held;
    const expected = all.filter(({ id }) =>
      held === "nothing" ? gates.get(id)?.length === 0 : gates.get(id)?.some(holds),
    );
    const page = await unexecutedOrders(ctx, { held, limit: 500 });
    expect(page.rows, held).toEqual(expected);
    found[held] = expected.map(({ code }) => code).sort();
  }
  for (const order of all)
    expect(order.heldBy.map(({ gate }) => gate)).toEqual(gates.get(order.id)?.map(({ gate }) => gate));
  return found;
}

const order = (accountId: string, ...ids: string[]) =>
  makeOrder(here, { accountId, items: ids.map((productId) => ({ productId, quantity: 2 })) });

async function fillIn(code: string, domain: string) {
  const { version, items } = await storedOrder(ctx, code);
  const filled = items.map(({ id, productId, quantity }) => ({
    id,
    productId,
    quantity,
    configuration: productId === products.configured ? { Domain: domain } : {},
  }));
  value(await editOrder(ctx, { code, version, name: "", note: "", items: filled }));
}

test("through deliveries, edits, executions, payments and credit limits", async () => {
  const rich = (await makeAccount(here)).id;
  const poor = (await makeAccount(here, { creditLimit: "30" })).id;
  const free = await order(rich, products.plain);
  const unfilled = await order(rich, products.plain, products.configured);
  const manual = await order(rich, products.manual, products.configured);
  const [first, second] = [await order(poor, products.plain), await order(poor, products.plain)];
  expect(await expectFound()).toMatchObject({
    credit: [],
    configuration: [unfilled.code, manual.code],
    non_automatic: [manual.code],
    nothing: [free.code, first.code, second.code],
  });

  // The first order uses up the credit, a payment restores it, and a lower limit takes it from the second.
  value(await executeOrder(ctx, { code: first.code }));
  expect((await expectFound()).credit).toEqual([second.code]);
  value(await recordPayment(ctx, { accountId: poor, amount: "24" }));
  expect((await expectFound()).credit).toEqual([]);
  await read(ctx).account.updateMany({ where: { id: poor }, data: { creditLimit: "23.99" } });
  expect((await expectFound()).credit).toEqual([second.code]);

  // The account is deactivated and then activated again.
  await changeAccount(here, poor, { active: false });
  expect((await expectFound()).inactive_account).toEqual([second.code]);
  await changeAccount(here, poor, { active: true });
  expect((await expectFound()).inactive_account).toEqual([]);

  // One part fits. The units that need values go to a sub-order, where the values are filled in.
  const part = (code: string, itemId?: string) =>
    deliverOrder(ctx, { code, items: [{ itemId, quantity: 1 }] });
  const piece = value(await part(second.code, second.items[0]?.id)).subOrderCode;
  value(await executeOrder(ctx, { code: piece }));
  await expectFound();
  const configured = unfilled.items.find(({ productId }) => productId === products.configured)?.id;
  const pieces = [
    value(await part(unfilled.code, configured)).subOrderCode,
    value(await part(unfilled.code, configured)).subOrderCode,
  ];
  expect((await expectFound()).configuration).toContain(unfilled.code);
  await fillIn(pieces[0] ?? "", "harbour.example");
  expect((await expectFound()).configuration).toContain(unfilled.code);
  await fillIn(pieces[1] ?? "", "violet.example");
  expect(await expectFound()).toMatchObject({ configuration: [manual.code] });
  await fillIn(pieces[1] ?? "", " ");
  value(await cancelOrder(ctx, { code: pieces[1] }));
  expect((await expectFound()).configuration).toContain(unfilled.code);

  value(await cancelOrder(ctx, { code: manual.code }));
  expect((await expectFound()).non_automatic).toEqual([]);

  // These units extend a subscription that a reversal then cancels.
  const sold = await order(rich, products.plain);
  value(await executeOrder(ctx, { code: sold.code }));
  const [subscription] = (await storedOrder(ctx, sold.code)).subscriptions;
  const change = await makeOrder(here, {
    accountId: rich,
    items: [
      {
        productId: products.plain,
        quantity: 1,
        itemType: "quantity_change",
        subscriptionId: subscription?.id,
      },
    ],
  });
  expect((await expectFound()).subscription).toEqual([]);
  value(await reverseExecution(here.as.administrator, { code: sold.code, comment: "Ordered twice" }));
  expect((await expectFound()).subscription).toEqual([change.code]);
});

test("when a product comes to ask for other values, or for a person", async () => {
  const there = await makeOrganization();
  const { operator, administrator } = there.as;
  const { id } = await makeProduct(there, { name: "Mail" });
  const items = [{ productId: id, quantity: 2 }];
  const [plain, parted, done] = [
    await makeOrder(there, { items }),
    await makeOrder(there, { items }),
    await makeOrder(there, { items, statusId: there.statuses.Executed }),
  ];
  const delivery = [{ itemId: parted.items[0]?.id, quantity: 2 }];
  const part = value(await deliverOrder(operator, { code: parted.code, items: delivery })).subOrderCode;
  const ask = async (requiredConfiguration: string[], nonAutomatic: boolean) => {
    const product = await read(operator).product.findFirstOrThrow({ where: { id } });
    const { version, name, taxRate, provisioningDriver } = product;
    const prices = { price: "10", cost: "5", taxRate: String(taxRate) };
    const wanted = { requiredConfiguration, nonAutomatic, provisioningDriver };
    value(await editProduct(administrator, { id, version, name, active: true, ...prices, ...wanted }));
  };
  const found = async (held: HeldFilter) =>
    (await unexecutedOrders(operator, { held })).rows.map(({ code }) => code).sort();
  const all = [plain.code, parted.code];

  await ask(["Domain"], false);
  expect([await found("configuration"), await found("nothing")]).toEqual([all, []]);
  expect(await storedOrder(operator, part)).toMatchObject({ unconfigured: true });
  expect(await storedOrder(operator, done.code)).toMatchObject({ unconfigured: false });
  await ask([], true);
  expect([await found("configuration"), await found("non_automatic")]).toEqual([[], all]);
  await Promise.all([ask([], false), executeOrder(operator, { code: plain.code }).then(value)]);
  expect([await found("non_automatic"), await found("nothing")]).toEqual([[], [parted.code]]);
  expect(await storedOrder(operator, plain.code)).toMatchObject({ nonAutomatic: false });
});

test("page by page, each order once", async () => {
  const there = await makeOrganization();
  const accountId = (await makeAccount(there, { creditLimit: "0" })).id;
  const productId = (await makeProduct(there)).id;
  const made: string[] = [];
  for (let count = 0; count < 5; count++) {
    made.push((await makeOrder(there, { accountId, items: [{ productId, quantity: 1 }] })).code);
  }
  const found: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await unexecutedOrders(there.as.manager, { held: "credit", limit: 2, cursor });
    found.push(...page.rows.map(({ code }) => code));
    if (!page.nextCursor) break;
    cursor = page.nextCursor;
  }
  expect(found.sort()).toEqual(made.sort());
  const groups = await unexecutedGroups(there.as.manager);
  expect(groups.map(({ held, rows, more }) => [held, rows.length, more])).toEqual([["credit", 5, false]]);
});

test("an answer from outside holds what it was asked about, and nothing that changed since", async () => {
  const outside = await VendorSimulator.start(testSecret);
  try {
    const there = await makeOrganization();
    const endpoint = outside.url({ stock: 2 });
    const product = await makeVendorProduct(there, { endpoint, preCheck: true });
    const items = [{ productId: product.id, quantity: 3 }];
    const held = await makeOrder(there, { items });
    const found = async (filter: HeldFilter) =>
      (await unexecutedOrders(there.as.manager, { held: filter })).rows.map(({ code }) => code);
    expect([await found("vendor"), await found("nothing")]).toEqual([[], [held.code]]);
    expect((await executeOrder(there.as.operator, { code: held.code })).ok).toBe(false);
    expect([await found("vendor"), await found("nothing")]).toEqual([[held.code], []]);

    const { version, items: stored } = await storedOrder(there.as.operator, held.code);
    const fewer = stored.map(({ id, productId }) => ({ id, productId, quantity: 2 }));
    value(await editOrder(there.as.operator, { code: held.code, version, name: "", note: "", items: fewer }));
    expect([await found("vendor"), await found("nothing")]).toEqual([[], [held.code]]);
  } finally {
    await outside.stop();
  }
});

test("what the agency refused is found by the credit check, until the order fits", async () => {
  const outside = await VendorSimulator.start(testSecret);
  try {
    const there = await makeOrganization();
    const agency = { enabled: true, endpoint: outside.url({ limit: 30 }), secret: testSecret };
    value(await saveCreditCheck(there.as.administrator, agency));
    const { id: productId } = await makeProduct(there);
    const [dear, cheap] = [
      await makeOrder(there, { items: [{ productId, quantity: 3 }] }),
      await makeOrder(there, { items: [{ productId, quantity: 2 }] }),
    ];
    const found = async (held: HeldFilter) =>
      (await unexecutedOrders(there.as.manager, { held })).rows.map(({ code }) => code);
    expect((await executeOrder(there.as.operator, { code: dear.code })).ok).toBe(false);
    expect([await found("credit_check"), await found("nothing")]).toEqual([[dear.code], [cheap.code]]);
    const groups = await unexecutedGroups(there.as.manager);
    expect(groups.map(({ held }) => held)).toContain("credit_check");

    const { version, items } = await storedOrder(there.as.operator, dear.code);
    const fewer = items.map(({ id, productId }) => ({ id, productId, quantity: 2 }));
    value(await editOrder(there.as.operator, { code: dear.code, version, name: "", note: "", items: fewer }));
    expect(await found("credit_check")).toEqual([]);
    value(await executeOrder(there.as.operator, { code: dear.code }));
  } finally {
    await outside.stop();
  }
});
