import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { saveCreditCheck } from "../../credit-check/commands/save-credit-check";
import { read } from "../../kernel/db";
import { makeAccount, makeOrganization, type TestOrganization, value } from "../../testing/factories/basics";
import { makeOrder, storedOrder } from "../../testing/factories/orders";
import { makeVendorProduct, patienceWith, testSecret } from "../../testing/factories/vendors";
import { VendorSimulator } from "../../vendor-simulator/simulator";
import { createOrder } from "../commands/create-order";
import { deliverOrder } from "../commands/deliver-order";
import { editOrder } from "../commands/edit-order";
import { executeOrder, previewExecution } from "../commands/execute-order";
import { getOrder } from "../queries/get-order";
import { heldByOf } from "./held-by";

let here: TestOrganization;
let outside: VendorSimulator;
beforeAll(async () => {
  here = await makeOrganization();
});
beforeEach(async () => {
  outside = await VendorSimulator.start(testSecret);
  return () => outside.stop();
});

type Behaviour = Parameters<VendorSimulator["url"]>[0];
const asked = () => outside.asked.map((question) => question.type);
const execute = (code: string) => executeOrder(here.as.operator, { code });

async function vendorOrder(behaviour: Behaviour, quantity = 1) {
  const endpoint = outside.url(behaviour);
  const timeoutSeconds = patienceWith(behaviour);
  const product = await makeVendorProduct(here, { endpoint, preCheck: true, timeoutSeconds });
  const order = await makeOrder(here, { items: [{ productId: product.id, quantity }] });
  return { ...order, product };
}

async function setQuantity(code: string, quantity: number) {
  const { version, items, billingToId } = await storedOrder(here.as.operator, code);
  const changed = items.map(({ id, productId }) => ({ id, productId, quantity }));
  const edit = { code, version, billingToId, name: "", items: changed };
  return value(await editOrder(here.as.operator, edit));
}

describe("the vendor's pre-check", () => {
  test("that is clear lets the order be executed, and is asked once, with what is ordered", async () => {
    const { code, product, items } = await vendorOrder({}, 3);
    expect((await execute(code)).ok).toBe(true);
    expect(outside.asked).toEqual([
      {
        type: "pre_check",
        orderCode: code,
        items: [{ itemId: items[0]?.id, product: product.code, quantity: 3 }],
      },
    ]);
  });

  test("that holds leaves the order as it was, with message, items and who; pages show it without asking", async () => {
    const { id, code, product, items, version } = await vendorOrder({ stock: 2 }, 3);
    const message = "Only 2 of these can be delivered at once.";
    const gate = {
      gate: "vendor",
      vendors: [
        {
          id: product.vendorId,
          name: product.vendorName,
          answered: true,
          message,
          items: [{ itemId: items[0]?.id }],
        },
      ],
    };
    expect(await execute(code)).toMatchObject({ ok: false, refusal: { reason: "held", gates: [gate] } });
    const order = await storedOrder(here.as.operator, code);
    expect(order).toMatchObject({
      status: { description: "Submitted" },
      version,
      invoices: [],
      subscriptions: [],
    });
    expect(order.history.at(-1)).toMatchObject({ kind: "order.execution_refused", after: { gates: [gate] } });

    expect((await getOrder(here.as.manager, code)).heldBy).toMatchObject([gate]);
    expect((await heldByOf(here.as.manager, [id])).get(id)).toMatchObject([gate]);
    expect(asked()).toEqual(["pre_check"]);

    await setQuantity(code, 2);
    expect((await getOrder(here.as.manager, code)).heldBy).toEqual([]);
    expect((await execute(code)).ok).toBe(true);
    expect(asked()).toEqual(["pre_check", "pre_check"]);
  });

  test("that does not answer in time holds, and says so", async () => {
    const { code, product } = await vendorOrder({ mute: 1 });
    const answer = await execute(code);
    const silent = { name: product.vendorName, answered: false, silence: { is: "late", seconds: 1 } };
    expect(answer).toMatchObject({ refusal: { gates: [{ gate: "vendor", vendors: [silent] }] } });
  });

  test("is asked by a preview too, which changes nothing", async () => {
    const { code } = await vendorOrder({ stock: 2 }, 3);
    const preview = await previewExecution(here.as.operator, { code });
    expect(preview).toMatchObject({ refusal: { gates: [{ gate: "vendor" }] } });
    expect((await storedOrder(here.as.operator, code)).lastRefusal).toBeNull();
    await setQuantity(code, 1);
    expect((await previewExecution(here.as.operator, { code })).ok).toBe(true);
  });

  test("is asked of an order that is executed as it is saved, once it is saved", async () => {
    const { product, accountId } = await vendorOrder({ stock: 2 });
    const save = (quantity: number) =>
      createOrder(here.as.operator, {
        accountId,
        statusId: here.statuses.Executed,
        items: [{ productId: product.id, quantity }],
      });
    const executed = value(await save(2));
    expect(executed.notExecuted).toBeNull();
    const order = await storedOrder(here.as.operator, executed.code);
    expect(order.status.description).toBe("Executed");
    const held = value(await save(3));
    expect(held.notExecuted).toMatchObject({ gates: [{ gate: "vendor" }] });
    const { status, lastRefusal } = await storedOrder(here.as.operator, held.code);
    expect([status.description, lastRefusal]).toMatchObject(["Submitted", [{ gate: "vendor" }]]);
  });

  test("of a sub-order is about what it delivers", async () => {
    const { code, items } = await vendorOrder({ stock: 2 }, 5);
    const delivered = [{ itemId: items[0]?.id ?? "", quantity: 2 }];
    const { subOrderCode } = value(await deliverOrder(here.as.operator, { code, items: delivered }));
    expect((await execute(subOrderCode)).ok).toBe(true);
    expect(await execute(code)).toMatchObject({ refusal: { gates: [{ gate: "vendor" }] } });
    expect(outside.asked).toMatchObject([
      { orderCode: subOrderCode, items: [{ quantity: 2 }] },
      { orderCode: code, items: [{ quantity: 3 }] },
    ]);
  });

  test("is asked by two at once, who execute once", async () => {
    const { code } = await vendorOrder({ delayMs: 50 });
    const answers = await Promise.all([execute(code), execute(code), execute(code)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await storedOrder(here.as.operator, code)).invoices).toHaveLength(1);
  });
});

describe("while somebody is asked", () => {
  test("nothing is locked, and a change has them asked anew, about the order as it is then", async () => {
    const { code } = await vendorOrder({}, 3);
    outside.onCall = async () => {
      outside.onCall = () => {};
      await setQuantity(code, 7);
    };
    expect((await execute(code)).ok).toBe(true);
    expect(outside.asked).toMatchObject([{ items: [{ quantity: 3 }] }, { items: [{ quantity: 7 }] }]);
    const { invoices } = await storedOrder(here.as.operator, code);
    expect(invoices[0]?.lines.map(({ quantity }) => quantity)).toEqual([7]);
  });

  test("an order that changes each time is left, and nothing is invoiced", async () => {
    const { code } = await vendorOrder({}, 1);
    outside.onCall = async (side) => {
      if (side === "before") await setQuantity(code, 1 + outside.asked.length);
    };
    expect(await execute(code)).toMatchObject({ ok: false, refusal: { reason: "unanswered" } });
    expect(outside.asked).toHaveLength(3);
    const { invoices, lastRefusal } = await storedOrder(here.as.operator, code);
    expect([invoices, lastRefusal]).toEqual([[], null]);
  });
});

describe("the credit check", () => {
  const behave = async (behaviour: Behaviour, organization = here, enabled = true) => {
    const { version = null } = (await read(organization.as.operator).creditCheck.findFirst()) ?? {};
    const input = {
      enabled,
      endpoint: outside.url(behaviour),
      timeoutSeconds: patienceWith(behaviour),
      secret: testSecret,
      version,
    };
    value(await saveCreditCheck(organization.as.administrator, input));
  };
  beforeEach(() => () => behave({}, here, false));

  test("is asked about who is invoiced and the total with tax, and allows", async () => {
    await behave({ limit: 24 });
    const { id: billingToId, name } = await makeAccount(here);
    const { code } = await makeOrder(here, { billingToId });
    let body: unknown;
    outside.onCall = (_, question) => {
      body = question;
    };
    expect((await execute(code)).ok).toBe(true);
    expect(body).toMatchObject({ type: "credit_check", amount: "24.00", currency: "EUR" });
    expect(name).not.toBe("");
  });

  test("that refuses holds with its reason, and can be overridden with one", async () => {
    await behave({ limit: 23 });
    const { code } = await makeOrder(here);
    const gate = {
      gate: "credit_check",
      answered: true,
      amount: "24.00",
      message: "We cover at most 23 EUR at once.",
    };
    expect(await execute(code)).toMatchObject({ refusal: { reason: "held", gates: [gate] } });
    expect((await getOrder(here.as.manager, code)).heldBy).toMatchObject([gate]);

    const overrideCredit = { reason: "Paid in cash" };
    value(await executeOrder(here.as.administrator, { code, overrideCredit }));
    const { history } = await storedOrder(here.as.operator, code);
    expect(history.at(-1)).toMatchObject({
      kind: "order.executed",
      comment: "Paid in cash",
      after: { overridden: [gate] },
    });
  });

  test("that does not answer holds", async () => {
    await behave({ mute: 1 });
    const { code } = await makeOrder(here);
    const silent = { gate: "credit_check", answered: false, silence: { is: "late", seconds: 1 } };
    expect(await execute(code)).toMatchObject({ refusal: { gates: [silent] } });
  });

  test("is asked of no other organization, when it is off, nor where the credit limit holds already", async () => {
    await behave({});
    const there = await makeOrganization();
    const other = await makeOrder(there);
    value(await executeOrder(there.as.operator, { code: other.code }));
    const { id: accountId } = await makeAccount(here, { creditLimit: "1" });
    const { code } = await makeOrder(here, { accountId });
    expect(await execute(code)).toMatchObject({ refusal: { gates: [{ gate: "credit" }] } });
    await behave({}, here, false);
    value(await execute((await makeOrder(here)).code));
    expect(asked()).toEqual([]);
  });
});
