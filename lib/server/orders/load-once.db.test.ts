import { beforeAll, describe, expect, test } from "vitest";
import { systemCtx } from "../kernel/ctx";
import { signed } from "../outside/signature";
import { receiveCallback } from "../provisioning/commands/receive-callback";
import { approveOrder } from "../storefront/approvals/commands/approve-order";
import { addToBasket } from "../storefront/basket/commands/add-to-basket";
import { placeOrder } from "../storefront/basket/commands/place-order";
import { fillInValues } from "../storefront/orders/commands/fill-in-values";
import { seenOrder } from "../testing/factories/approvals";
import { makeOrganization, makeProduct, type TestOrganization, value } from "../testing/factories/basics";
import { buy, seenBasket } from "../testing/factories/baskets";
import { makeCustomer, makeReseller } from "../testing/factories/customers";
import { makeOrder } from "../testing/factories/orders";
import { makeTaskOf } from "../testing/factories/provisioning";
import { makeVendorProduct, testSecret } from "../testing/factories/vendors";
import { statementsSentBy } from "../testing/sent-statements";
import { editOrder } from "./commands/edit-order";
import { setOrderStatus } from "./commands/set-order-status";
import { getOrderForm } from "./queries/get-order-form";

/** A command locks and loads an order once and passes it on, also where it executes or cancels the order on its way. */

let here: TestOrganization;
let productId: string;
beforeAll(async () => {
  here = await makeOrganization();
  productId = (await makeProduct(here)).id;
});

const isLock = (text: string) => /SELECT id FROM orders\s.*sub_number = 0\s+FOR NO KEY UPDATE/s.test(text);
const isLoad = (text: string) => /JOIN accounts AS billing_to/.test(text);

/** Counts how often the work locks an order and loads its tree, and all of its statements with `BEGIN` and `COMMIT`. */
async function counted(work: () => Promise<{ ok: boolean }>) {
  let done = false;
  const sent = await statementsSentBy(async () => {
    done = (await work()).ok;
  });
  expect(done).toBe(true);
  const texts = sent.map(({ text }) => text);
  return { locks: texts.filter(isLock).length, loads: texts.filter(isLoad).length, statements: texts.length };
}

describe("an order is locked and loaded once", () => {
  test.each([
    ["Executed", 14],
    ["Canceled", 10],
  ])("when its status is set to %s", async (status, statements) => {
    const { code } = await makeOrder(here);
    const input = { code, statusId: here.statuses[status], comment: "" };
    const sent = await counted(() => setOrderStatus(here.as.operator, input));
    expect(sent).toEqual({ locks: 1, loads: 1, statements });
  });

  test("when it is executed from its form and nothing else was changed", async () => {
    const { code } = await makeOrder(here);
    const { name, note, items, version } = await getOrderForm(here.as.operator, code);
    const same = items.map(
      ({ id, product, quantity, unitPrice, discountPercent, itemType, configuration }) => ({
        ...{ id, productId: product.id, quantity, unitPrice, discountPercent, itemType, configuration },
      }),
    );
    const input = { code, version, name, note, items: same, statusId: here.statuses.Executed };
    expect(await counted(() => editOrder(here.as.operator, input))).toEqual({
      locks: 1,
      loads: 1,
      statements: 18,
    });
  });

  test("when a customer places it and it is executed at once", async () => {
    const customer = await makeCustomer(here);
    value(await addToBasket(customer, { productId, quantity: 2 }));
    const seen = await seenBasket(customer);
    expect(await counted(() => placeOrder(customer, seen))).toEqual({ locks: 1, loads: 1, statements: 23 });
  });

  test("when a reseller approves it and it is executed at once", async () => {
    const reseller = await makeReseller(here);
    const customer = await makeCustomer(here, { resellerId: reseller.accountId });
    const { code } = await buy(customer, productId);
    const seen = await seenOrder(reseller, code);
    expect(await counted(() => approveOrder(reseller, seen))).toEqual({ locks: 1, loads: 1, statements: 18 });
  });

  test("when its last value is filled in and it is executed at once", async () => {
    const { id } = await makeProduct(here, { requiredConfiguration: ["Domain"] });
    const customer = await makeCustomer(here);
    const { code } = await buy(customer, id);
    const { items } = await getOrderForm(here.as.operator, code);
    const filled = { code, items: [{ itemId: items[0]?.id, values: { Domain: "example.com" } }] };
    expect(await counted(() => fillInValues(customer, filled))).toEqual({
      locks: 1,
      loads: 1,
      statements: 17,
    });
  });
});

test("a vendor's report reads its task once behind the lock", async () => {
  const product = await makeVendorProduct(here, { endpoint: "https://vendor.example.com" });
  const { id: taskId } = await makeTaskOf(here, product.id);
  const body = JSON.stringify({ taskId, attempt: 1, result: { status: "done" } });
  const headers = signed(testSecret, body, new Date());
  const [timestamp = "", signature = ""] = Object.values(headers);
  const message = { body, timestamp, signature };
  const sent = await counted(() => receiveCallback(systemCtx(here.organizationId, new Date()), message));
  expect(sent.statements).toBe(10);
});

test("a repeated request opens no basket", async () => {
  const customer = await makeCustomer(here);
  const request = { productId, quantity: 1, idempotencyKey: "add-once" };
  value(await addToBasket(customer, request));
  value(await placeOrder(customer, await seenBasket(customer)));
  const again = await statementsSentBy(async () => value(await addToBasket(customer, request)));
  expect(again.filter(({ text }) => /INSERT|UPDATE/.test(text))).toEqual([]);
});
