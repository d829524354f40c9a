import { Client } from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { addDays, localDay } from "@/lib/domain/values/day";
import { read } from "../../kernel/db";
import { Forbidden, NotFound } from "../../kernel/errors";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "../../testing/factories/basics";
import { makeOrder, storedOrder } from "../../testing/factories/orders";
import { cancelOrder } from "./cancel-order";
import { deliverOrder } from "./deliver-order";
import { executeOrder } from "./execute-order";

let here: TestOrganization;
let there: TestOrganization;
beforeAll(async () => {
  [here, there] = [await makeOrganization(), await makeOrganization()];
});

const stored = (code: string) => storedOrder(here.as.operator, code);

describe("executing a whole order", () => {
  test("makes the invoice, subscriptions, assets and tasks, and is Executed, in one go", async () => {
    const [service, asset, oneOff] = [
      await makeProduct(here, { price: "9.99", taxRate: "19" }),
      await makeProduct(here, { type: "asset", billingPeriod: "once", provisioningDriver: "manual" }),
      await makeProduct(here, { type: "one_off", billingPeriod: "once" }),
    ];
    const items = [service, asset, oneOff].map(({ id }, i) => ({ productId: id, quantity: i + 1 }));
    const { code } = await makeOrder(here, { items });
    const startDate = addDays(localDay(here.as.operator.now, "UTC"), 6);
    const executed = value(await executeOrder(here.as.operator, { code, startDate }));
    const order = await stored(code);

    expect(executed).toMatchObject({ code, primaryExecuted: true });
    expect(order).toMatchObject({ status: { description: "Executed" }, executedItemCount: 3, itemCount: 3 });
    expect(order.invoices).toHaveLength(1);
    const [invoice] = order.invoices;
    expect(invoice).toMatchObject({
      number: executed.invoiceNumber,
      accountId: order.billingToId,
      total: order.finalPrice,
    });
    const today = localDay(here.as.operator.now, "UTC");
    expect(invoice?.issueDate).toEqual(new Date(today));
    expect(invoice?.dueDate).toEqual(new Date(addDays(today, 30)));
    expect(order.subscriptions.map(({ startDate }) => startDate)).toEqual([
      new Date(startDate),
      new Date(startDate),
    ]);
    expect(invoice?.lines.map((line) => [line.quantity, String(line.total)])).toEqual([
      [1, "11.89"],
      [2, "24"],
      [3, "36"],
    ]);
    expect(order.subscriptions.map(({ type, quantity }) => [type, quantity]).sort()).toEqual([
      ["asset", 2],
      ["subscription", 1],
    ]);
    expect(order.subscriptions.flatMap(({ provisioningTasks }) => provisioningTasks)).toHaveLength(2);
    expect(order.history.at(-1)).toMatchObject({
      kind: "order.executed",
      statusLabel: "Executed",
      before: { status: "Submitted" },
      after: { invoice: executed.invoiceNumber },
    });
    const jobs = await read(here.as.operator).$queryRaw<
      { key: string }[]
    >`SELECT key FROM graphile_worker.jobs`;
    const automatic = order.subscriptions.find(({ type }) => type === "subscription")?.provisioningTasks[0];
    const manual = order.subscriptions.find(({ type }) => type === "asset")?.provisioningTasks[0];
    const keys = jobs.map(({ key }) => key);
    expect(keys).toContain(`provision:${automatic?.id}`);
    expect(keys).not.toContain(`provision:${manual?.id}`);
  });

  test("adds the units of a quantity change to the subscription and invoices them alone", async () => {
    const first = await makeOrder(here, { statusId: here.statuses.Executed });
    const [subscription] = first.subscriptions;
    const change = await makeOrder(here, {
      accountId: first.accountId,
      items: [
        {
          productId: subscription?.productId ?? "",
          quantity: 4,
          itemType: "quantity_change",
          subscriptionId: subscription?.id,
        },
      ],
    });
    value(await executeOrder(here.as.operator, { code: change.code }));
    const after = await stored(change.code);
    expect(after.subscriptions).toEqual([]);
    expect(after.invoices[0]?.lines).toMatchObject([{ quantity: 4 }]);
    const changed = (await stored(first.code)).subscriptions.find(({ id }) => id === subscription?.id);
    expect(changed?.quantity).toBe(5);
    expect(changed?.provisioningTasks.map(({ action }) => action).sort()).toEqual(["change", "provision"]);
  });

  test("invoices a trial at nothing", async () => {
    const product = await makeProduct(here);
    const order = await makeOrder(here, {
      items: [{ productId: product.id, quantity: 1, itemType: "trial" }],
      statusId: here.statuses.Executed,
    });
    expect(String(order.invoices[0]?.total)).toBe("0");
    expect(order.subscriptions).toMatchObject([{ trial: true }]);
  });

  test("numbers invoices without gaps, refused executions included", async () => {
    const organization = await makeOrganization();
    const poor = await makeAccount(organization, { creditLimit: "0" });
    const numbers: number[] = [];
    for (const accountId of [undefined, poor.id, undefined]) {
      const order = await makeOrder(organization, {
        ...(accountId && { accountId }),
        statusId: organization.statuses.Executed,
      });
      numbers.push(...order.invoices.map(({ number }) => Number(number.replace("INV-", ""))));
    }
    expect(numbers[1]).toBe((numbers[0] ?? 0) + 1);
  });
});

describe("executing in parts", () => {
  test("the primary stays Submitted after the first and becomes Executed with the last, in its transaction", async () => {
    const { code, items } = await makeOrder(here);
    for (const [i, item] of items.entries()) {
      const { subOrderCode } = value(
        await deliverOrder(here.as.operator, { code, items: [{ itemId: item.id, quantity: 1 }] }),
      );
      const executed = value(await executeOrder(here.as.operator, { code: subOrderCode }));
      expect(executed.primaryExecuted).toBe(i === 1);
      expect((await stored(code)).status.description).toBe(i === 1 ? "Executed" : "Submitted");
    }
    const order = await stored(code);
    expect(order.subOrders.map((subOrder) => [subOrder.code, subOrder.status.description])).toEqual([
      [`${code}-1`, "Executed"],
      [`${code}-2`, "Executed"],
    ]);
    expect(order.executedItemCount).toBe(2);
    expect(order.history.map(({ kind }) => kind)).toEqual([
      "order.created",
      "order.delivered",
      "order.delivered",
      "order.executed",
    ]);
  });

  test("Execute Order on the primary takes what remains and the open sub-orders, on one invoice", async () => {
    const product = await makeProduct(here);
    const { code, items } = await makeOrder(here, { items: [{ productId: product.id, quantity: 5 }] });
    value(
      await deliverOrder(here.as.operator, { code, items: [{ itemId: items[0]?.id ?? "", quantity: 2 }] }),
    );
    value(await executeOrder(here.as.operator, { code }));
    const order = await stored(code);
    expect(order.invoices[0]?.lines.map(({ quantity }) => quantity)).toEqual([3, 2]);
    expect(order.subOrders[0]?.status.description).toBe("Executed");
    expect(order.subscriptions.map(({ quantity }) => quantity).sort()).toEqual([2, 3]);
  });
});

test("an open sub-order of a non-automatic product keeps its primary in manual management", async () => {
  const [automatic, manual] = [await makeProduct(here), await makeProduct(here, { nonAutomatic: true })];
  const { code, items } = await makeOrder(here, {
    items: [automatic, manual].map(({ id }) => ({ productId: id, quantity: 1 })),
  });
  const subOrders: string[] = [];
  for (const { id } of items) {
    const delivered = await deliverOrder(here.as.operator, { code, items: [{ itemId: id, quantity: 1 }] });
    subOrders.push(value(delivered).subOrderCode);
  }
  value(await executeOrder(here.as.operator, { code: subOrders[0] ?? "" }));
  expect((await stored(code)).nonAutomatic).toBe(true);
  value(await executeOrder(here.as.operator, { code: subOrders[1] ?? "" }));
  expect((await stored(code)).nonAutomatic).toBe(false);
});

describe("overriding credit", () => {
  const held = async () => {
    const account = await makeAccount(here, { creditLimit: "0" });
    return (await makeOrder(here, { accountId: account.id })).code;
  };
  const overrideCredit = { reason: "Agreed with finance" };

  test("executes with the reason and the gate in the history", async () => {
    const code = await held();
    value(await executeOrder(here.as.administrator, { code, overrideCredit }));
    const order = await stored(code);
    expect(order).toMatchObject({ status: { description: "Executed" }, invoices: [{}] });
    expect(order.history.at(-1)).toMatchObject({
      comment: "Agreed with finance",
      after: { overridden: [{ gate: "credit", missing: "24.00" }] },
    });
  });

  test("keeps reason and comment, however long both are", async () => {
    const [reason, comment] = ["r".repeat(500), "c".repeat(2000)];
    const code = await held();
    value(await executeOrder(here.as.administrator, { code, overrideCredit: { reason }, comment }));
    expect((await stored(code)).history.at(-1)?.comment).toBe(`${reason}\n${comment}`);
  });

  test("lets no other gate pass, and needs a permission and a reason", async () => {
    const product = await makeProduct(here, { requiredConfiguration: ["Domain"] });
    const { code } = await makeOrder(here, { items: [{ productId: product.id, quantity: 1 }] });
    const result = await executeOrder(here.as.administrator, { code, overrideCredit });
    expect(result).toMatchObject({ refusal: { gates: [{ gate: "configuration" }] } });
    await expect(executeOrder(here.as.operator, { code: await held(), overrideCredit })).rejects.toThrow(
      Forbidden,
    );
    await expect(
      executeOrder(here.as.administrator, { code: await held(), overrideCredit: { reason: " " } }),
    ).rejects.toThrow(/a reason/);
  });
});

describe("refused", () => {
  test("by a gate: the order is exactly as it was, with the reasons on it", async () => {
    const product = await makeProduct(here, { requiredConfiguration: ["Domain"] });
    const before = await makeOrder(here, { items: [{ productId: product.id, quantity: 1 }] });
    const result = await executeOrder(here.as.operator, { code: before.code });
    expect(result).toMatchObject({
      ok: false,
      refusal: { reason: "held", gates: [{ gate: "configuration" }] },
    });
    const after = await stored(before.code);
    const { lastRefusal, lastRefusalAt, history, ...rest } = after;
    expect(lastRefusal).toMatchObject([{ gate: "configuration" }]);
    expect(history.at(-1)?.kind).toBe("order.execution_refused");
    const { lastRefusal: _, lastRefusalAt: __, history: ___, ...restBefore } = before;
    expect(rest).toEqual(restBefore);
  });

  test("when it was executed or cancelled already", async () => {
    const done = await makeOrder(here, { statusId: here.statuses.Executed });
    const gone = await makeOrder(here, { statusId: here.statuses.Canceled });
    expect(await executeOrder(here.as.operator, { code: done.code })).toMatchObject({
      refusal: { reason: "already_executed" },
    });
    expect(await executeOrder(here.as.operator, { code: gone.code })).toMatchObject({
      refusal: { reason: "already_cancelled" },
    });
  });

  test.each(["0202-11-23", "0000-01-01", "9999-12-31", "2026-02-30", "tomorrow"])(
    "on %s",
    async (startDate) => {
      const { code } = await makeOrder(here);
      await expect(executeOrder(here.as.operator, { code, startDate })).rejects.toThrow(/Enter a date/);
    },
  );

  test("with a status that does not execute", async () => {
    const { code } = await makeOrder(here);
    const refusals = {
      Submitted: "status_not_allowed",
      Canceled: "status_not_allowed",
      Executing: "status_not_settable",
    };
    for (const [name, reason] of Object.entries(refusals)) {
      const result = await executeOrder(here.as.operator, { code, statusId: here.statuses[name] });
      expect(result).toMatchObject({ ok: false, refusal: { reason } });
    }
  });

  test("to another organization, as if there were no such order", async () => {
    const { code } = await makeOrder(here, { name: "Only here" });
    const codes = new Set(
      (await read(there.as.operator).order.findMany({ select: { code: true } })).map((row) => row.code),
    );
    expect(codes.has(code)).toBe(false);
    await expect(executeOrder(there.as.administrator, { code })).rejects.toThrow(NotFound);
  });

  test.each(["manager", "customer", "reseller"] as const)("to a %s", async (role) => {
    await expect(executeOrder(here.as[role], { code: "1001" })).rejects.toThrow(Forbidden);
  });
});

describe("at once", () => {
  test("100 executions of one order: one invoice, one success, 99 told that it was done", async () => {
    const { code } = await makeOrder(here);
    const results = await Promise.all(
      Array.from({ length: 100 }, () => executeOrder(here.as.operator, { code })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const result of results)
      if (!result.ok) expect(result.refusal).toEqual({ reason: "already_executed" });
    const order = await stored(code);
    expect([order.invoices.length, order.subscriptions.length]).toEqual([1, 2]);
  });

  test("two orders cannot both spend the same credit", async () => {
    const account = await makeAccount(here, { creditLimit: "30" });
    const orders = [
      await makeOrder(here, { accountId: account.id }),
      await makeOrder(here, { accountId: account.id }),
    ];
    const results = await Promise.all(orders.map(({ code }) => executeOrder(here.as.operator, { code })));
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  test("execute and cancel of one order: one of them happens", async () => {
    for (let round = 0; round < 5; round++) {
      const { code } = await makeOrder(here);
      const [executed, cancelled] = await Promise.all([
        executeOrder(here.as.operator, { code }),
        cancelOrder(here.as.operator, { code }),
      ]);
      expect([executed.ok, cancelled.ok].sort()).toEqual([false, true]);
      const order = await stored(code);
      expect(order.invoices).toHaveLength(executed.ok ? 1 : 0);
    }
  });

  test("sub-orders of one primary: the last to finish executes it", async () => {
    const { code, items } = await makeOrder(here);
    const subOrders: string[] = [];
    for (const { id } of items) {
      const delivered = await deliverOrder(here.as.operator, { code, items: [{ itemId: id, quantity: 1 }] });
      subOrders.push(value(delivered).subOrderCode);
    }
    const results = await Promise.all(
      subOrders.map((subOrder) => executeOrder(here.as.operator, { code: subOrder })),
    );
    expect(results.map((result) => value(result).primaryExecuted).sort()).toEqual([false, true]);
    expect((await stored(code)).status.description).toBe("Executed");
  });
});

test("the number of statements does not grow with the number of items", async () => {
  const product = await makeProduct(here);
  const statements = async (count: number) => {
    const items = Array.from({ length: count }, () => ({ productId: product.id, quantity: 1 }));
    const { code } = await makeOrder(here, { items });
    const query = vi.spyOn(Client.prototype, "query");
    value(await executeOrder(here.as.operator, { code }));
    const { length } = query.mock.calls;
    query.mockRestore();
    return length;
  };
  const [few, many] = [await statements(2), await statements(500)];
  expect(few).toBeGreaterThan(10);
  expect(many).toBe(few);
});
