import { Client } from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { ZodError } from "zod";
import { sum } from "@/lib/domain/values/money";
import { recordPayment } from "../../billing/commands/record-payment";
import { loadCredit } from "../../billing/credit";
import { read } from "../../kernel/db";
import { Forbidden, NotFound } from "../../kernel/errors";
import { completeProvisioning, retryProvisioning } from "../../provisioning/commands/by-hand";
import { provision } from "../../provisioning/commands/provision";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "../../testing/factories/basics";
import { makeOrder, storedOrder } from "../../testing/factories/orders";
import { lockWaits } from "../../testing/lock-waits";
import { getOrder } from "../queries/get-order";
import { cancelOrder } from "./cancel-order";
import { deliverOrder } from "./deliver-order";
import { executeOrder } from "./execute-order";
import { previewReversal, reverseExecution } from "./reverse-execution";

let here: TestOrganization;
let there: TestOrganization;
beforeAll(async () => {
  [here, there] = [await makeOrganization(), await makeOrganization()];
});

const comment = "Ordered twice by mistake";
const stored = (code: string) => storedOrder(here.as.operator, code);
const reverse = (code: string) => reverseExecution(here.as.administrator, { code, comment });
const executed = () => makeOrder(here, { statusId: here.statuses.Executed });
const creditNotes = (orderId: string) =>
  read(here.as.operator).creditNote.findMany({
    where: { orderId },
    include: { invoice: true, lines: { orderBy: { position: "asc" }, include: { invoiceLine: true } } },
  });
const owed = async (accountId: string) =>
  (await loadCredit(read(here.as.operator), here.as.operator, accountId)).outstanding.toString();

/** Delivers one unit of the order's nth item, executes it, and answers the sub-order's code. */
async function deliverAndExecute(code: string, item: number, quantity = 1) {
  const itemId = (await stored(code)).items[item]?.id ?? "";
  const items = [{ itemId, quantity }];
  const { subOrderCode } = value(await deliverOrder(here.as.operator, { code, items }));
  value(await executeOrder(here.as.operator, { code: subOrderCode }));
  return subOrderCode;
}

describe("reversing the execution of a whole order", () => {
  test("credits its invoice, ends and de-provisions its subscriptions, and is Canceled, in one go", async () => {
    const before = await executed();
    const [invoice] = before.invoices;
    const reversed = value(await reverse(before.code));
    const order = await stored(before.code);

    expect(order).toMatchObject({ status: { description: "Canceled" }, finalPrice: before.finalPrice });
    expect(order.executedAt).toEqual(before.executedAt);
    expect([order.reversedAt, order.cancelledAt]).toEqual([
      here.as.administrator.now,
      here.as.administrator.now,
    ]);
    expect(order.items.map((item) => [item.executedQuantity, item.reversedQuantity])).toEqual([
      [1, 1],
      [1, 1],
    ]);
    const [note] = await creditNotes(order.id);
    expect(note).toMatchObject({
      number: reversed.creditNotes[0]?.number,
      invoiceId: invoice?.id,
      accountId: invoice?.accountId,
    });
    expect([note?.total, note?.invoice.outstanding].map(String)).toEqual(["24", "0"]);
    expect(note?.lines.map(({ invoiceLineId, total }) => [invoiceLineId, String(total)])).toEqual(
      invoice?.lines.map(({ id, total }) => [id, String(total)]),
    );
    expect(await owed(order.billingToId)).toBe("0");
    for (const subscription of order.subscriptions) {
      expect(subscription).toMatchObject({ state: "cancelled", provisioningState: "pending" });
      expect(subscription.endDate).toEqual(subscription.startDate);
      expect(subscription.provisioningTasks.map(({ action, state }) => [action, state]).sort()).toEqual([
        ["deprovision", "pending"],
        ["provision", "failed"],
      ]);
    }
    expect(order.history.at(-1)).toMatchObject({
      kind: "order.reversed",
      statusLabel: "Canceled",
      before: { status: "Executed" },
      after: { status: "Canceled", creditNotes: [{ invoice: invoice?.number }], released: "0" },
      comment,
    });
  });

  test("gives back what was paid as credit of the account", async () => {
    const order = await executed();
    const pay = { accountId: order.billingToId, amount: "30" };
    value(await recordPayment(here.as.operator, pay));
    const { released } = value(await reverse(order.code));
    expect([released, await owed(order.billingToId)]).toEqual(["24", "-30"]);
    const payments = await read(here.as.operator).payment.findMany({
      where: { accountId: order.billingToId },
      include: { allocations: true },
    });
    expect(payments.map(({ unallocated }) => String(unallocated))).toEqual(["30"]);
    expect(payments[0]?.allocations.map(({ amount, releasedAt }) => [String(amount), releasedAt])).toEqual([
      ["24", here.as.administrator.now],
    ]);
  });

  test("takes the units of a quantity change back from their subscription, which goes on", async () => {
    const first = await executed();
    const [subscription] = first.subscriptions;
    const change = await makeOrder(here, {
      accountId: first.accountId,
      statusId: here.statuses.Executed,
      items: [
        {
          productId: subscription?.productId ?? "",
          quantity: 4,
          itemType: "quantity_change",
          subscriptionId: subscription?.id ?? "",
        },
      ],
    });
    expect(await reverse(first.code)).toMatchObject({
      refusal: {
        reason: "changed_since",
        subscriptions: [{ description: subscription?.description, orders: [change.code] }],
      },
    });
    value(await reverse(change.code));
    const changed = async () =>
      (await stored(first.code)).subscriptions.find(({ id }) => id === subscription?.id);
    expect(await changed()).toMatchObject({ quantity: 1, state: "active" });
    expect(
      (await changed())?.provisioningTasks.map(({ action, quantity }) => [action, quantity]),
    ).toContainEqual(["deprovision", 4]);
    value(await reverse(first.code));
    expect(await changed()).toMatchObject({ state: "cancelled" });
  });

  test("an order that would add to the ended subscription is held and says so", async () => {
    const first = await executed();
    const [subscription] = first.subscriptions;
    const change = await makeOrder(here, {
      accountId: first.accountId,
      items: [
        {
          productId: subscription?.productId ?? "",
          quantity: 1,
          itemType: "quantity_change",
          subscriptionId: subscription?.id ?? "",
        },
      ],
    });
    value(await reverse(first.code));
    expect(await executeOrder(here.as.operator, { code: change.code })).toMatchObject({
      refusal: { reason: "held", gates: [{ gate: "subscription" }] },
    });
  });
});

describe("reversing parts", () => {
  const items = async () => {
    const { id: productId } = await makeProduct(here);
    return [
      { productId, quantity: 5 },
      { productId, quantity: 1 },
    ];
  };

  test("of a sub-order leaves the rest; the primary is Executed while anything executed stands", async () => {
    const { code } = await makeOrder(here, { items: await items() });
    const first = await deliverAndExecute(code, 0, 2);
    value(await executeOrder(here.as.operator, { code }));
    value(await reverse(first));

    const primary = await stored(code);
    expect(primary.status.description).toBe("Executed");
    expect(primary.subOrders[0]?.status.description).toBe("Canceled");
    expect(primary.history.at(-1)).toMatchObject({
      kind: "order.reversed",
      statusLabel: "Executed",
      after: { with: first },
    });
    expect(await getOrder(here.as.administrator, code)).toMatchObject({
      progress: { executed: 2, all: 2 },
      items: [{ executed: 3, reversed: 2, remaining: 0 }, { executed: 1 }],
      may: { reverse: true },
    });

    value(await reverse(code));
    expect((await stored(code)).status.description).toBe("Canceled");
    const notes = [
      ...(await creditNotes(primary.id)),
      ...(await creditNotes(primary.subOrders[0]?.id ?? "")),
    ];
    expect(String(sum(notes.map(({ total }) => String(total))))).toBe(String(primary.finalPrice));
  });

  test("of a primary credits each invoice of its sub-orders", async () => {
    const { code } = await makeOrder(here, { items: await items() });
    await deliverAndExecute(code, 0, 5);
    await deliverAndExecute(code, 1);
    const { creditNotes: notes } = value(await reverse(code));
    expect(notes.map(({ total }) => total)).toEqual(["60", "12"]);
    const numbers = notes.map(({ number }) => Number(number.replace("CN-", "")));
    expect(numbers[1]).toBe((numbers[0] ?? 0) + 1);
    const primary = await stored(code);
    expect([primary, ...primary.subOrders].map(({ status }) => status.description)).toEqual(
      Array(3).fill("Canceled"),
    );
  });

  test("of the last executed sub-order ends an executed primary as Canceled", async () => {
    const { code } = await makeOrder(here, { items: await items() });
    const only = await deliverAndExecute(code, 0, 5);
    value(await cancelOrder(here.as.operator, { code }));
    expect((await stored(code)).status.description).toBe("Executed");
    value(await reverse(only));
    expect((await stored(code)).status.description).toBe("Canceled");
  });

  test("of a sub-order leaves an open primary open, and its remainder to be executed", async () => {
    const { code } = await makeOrder(here, { items: await items() });
    value(await reverse(await deliverAndExecute(code, 0, 2)));
    expect((await stored(code)).status.description).toBe("Submitted");
    const { invoiceNumber } = value(await executeOrder(here.as.operator, { code }));
    const invoice = await read(here.as.operator).invoice.findFirstOrThrow({
      where: { number: invoiceNumber },
    });
    expect(String(invoice.total)).toBe("48");
  });
});

describe("provisioning", () => {
  const withDriver = async (provisioningDriver: "manual" | "simulated") => {
    const { id: productId } = await makeProduct(here, { provisioningDriver });
    const { code } = await makeOrder(here, {
      items: [{ productId, quantity: 1 }],
      statusId: here.statuses.Executed,
    });
    return code;
  };
  const tasksOf = async (code: string) => {
    const tasks = (await stored(code)).subscriptions.flatMap(({ provisioningTasks }) => provisioningTasks);
    const byAction = (wanted: string) => {
      const task = tasks.find(({ action }) => action === wanted);
      if (!task) throw new Error(`No task to ${wanted}`);
      return task;
    };
    return { set: byAction("provision"), taken: tasks.length > 1 ? byAction("deprovision") : null };
  };
  const shown = async (code: string) => (await stored(code)).subscriptions[0]?.provisioningState;

  test("takes down what was set up, by the same driver", async () => {
    const code = await withDriver("simulated");
    value(await provision(here.as.operator, { taskId: (await tasksOf(code)).set.id }));
    value(await reverse(code));
    const { set, taken } = await tasksOf(code);
    expect([set.state, taken?.driver, taken?.state]).toEqual(["provisioned", "simulated", "pending"]);
    expect(value(await provision(here.as.operator, { taskId: taken?.id }))).toBe("provisioned");
    expect(await shown(code)).toBe("provisioned");
  });

  test("by hand: what was waiting is withdrawn, and taking it down is marked done", async () => {
    const code = await withDriver("manual");
    value(await reverse(code));
    const { set, taken } = await tasksOf(code);
    expect(set).toMatchObject({ state: "failed", error: { because: "withdrawn" } });
    expect(await retryProvisioning(here.as.operator, { taskId: set.id })).toMatchObject({
      refusal: { reason: "withdrawn" },
    });
    value(await completeProvisioning(here.as.operator, { taskId: taken?.id }));
    expect(await shown(code)).toBe("provisioned");
  });

  test("waits while the vendor is being asked to set it up, and does not ask again", async () => {
    const code = await withDriver("simulated");
    const { set } = await tasksOf(code);
    const now = { ...here.as.operator, now: new Date() };
    let taken = "";
    const planned = async () => {
      const [job] = await read(now).$queryRaw<{ runAt: Date }[]>`
        SELECT run_at AS "runAt" FROM graphile_worker.jobs WHERE key = ${`provision:${taken}`}`;
      return (job?.runAt.getTime() ?? 0) - now.now.getTime();
    };
    const meanwhile = async () => {
      value(await reverse(code));
      taken = (await tasksOf(code)).taken?.id ?? "";
      expect(value(await provision(now, { taskId: taken }))).toBe("left");
      expect(await planned()).toBe(600_000);
      return { result: "failed", failure: { because: "said", words: "Busy" }, permanent: false } as const;
    };
    const drivers = { simulated: { timeLimitMs: () => 600_000, provision: meanwhile } };
    expect(value(await provision(now, { taskId: set.id }, { drivers }))).toBe("failed");
    expect(await planned(), "goes on at once").toBeLessThan(60_000);
    expect(value(await provision(now, { taskId: taken }))).toBe("provisioned");
    expect(await shown(code)).toBe("provisioned");
  });

  test("is not asked for again by who waited for the reversal", async () => {
    const code = await withDriver("simulated");
    const { id: taskId } = (await tasksOf(code)).set;
    const ctx = { ...here.as.operator, now: new Date() };
    const asks = { timeLimitMs: () => 1000, provision: vi.fn().mockRejectedValue(new Error("Killed")) };
    const attempt = (now: Date) => provision({ ...ctx, now }, { taskId }, { drivers: { simulated: asks } });
    await expect(attempt(ctx.now)).rejects.toThrow("Killed");

    const begun: Promise<unknown>[] = [];
    // This transaction only holds the row while the others wait for it.
    await read(ctx).$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM provisioning_tasks WHERE id = ${taskId}::uuid FOR UPDATE`;
      begun.push(reverse(code).then(value));
      await expect.poll(lockWaits).toHaveLength(1);
      begun.push(attempt(new Date(ctx.now.getTime() + 60_000)).then(value));
      await expect.poll(lockWaits).toHaveLength(2);
    });
    expect((await Promise.all(begun)).at(-1)).toBe("left");
    expect(asks.provision).toHaveBeenCalledTimes(1);
  });
});

describe("a preview", () => {
  test("says exactly what will happen, and changes nothing", async () => {
    const order = await executed();
    value(await recordPayment(here.as.operator, { accountId: order.billingToId, amount: "10" }));
    const before = await stored(order.code);
    const preview = value(await previewReversal(here.as.administrator, { code: order.code }));
    expect(await stored(order.code)).toEqual(before);
    expect(preview).toMatchObject({
      currency: "EUR",
      creditNotes: [{ invoice: order.invoices[0]?.number, total: "24.00" }],
      total: "24.00",
      released: "10.00",
      subscriptions: [
        { units: 1, endDate: expect.any(String) },
        { units: 1, endDate: expect.any(String) },
      ],
      statuses: [{ code: order.code, status: "Canceled" }],
    });
    const reversed = value(await reverse(order.code));
    expect(reversed.creditNotes.map(({ invoice, total }) => [invoice, total])).toEqual([
      [order.invoices[0]?.number, "24"],
    ]);
    expect(reversed.released).toBe("10");
  });
});

describe("refusals", () => {
  test("what is not executed", async () => {
    const { code } = await makeOrder(here);
    expect(await reverse(code)).toMatchObject({ refusal: { reason: "not_executed" } });
    value(await cancelOrder(here.as.operator, { code }));
    expect(await reverse(code)).toMatchObject({ refusal: { reason: "already_cancelled" } });
  });

  test("twice", async () => {
    const { code } = await executed();
    value(await reverse(code));
    expect(await reverse(code)).toMatchObject({ refusal: { reason: "already_reversed" } });
  });

  test("a sub-order whose invoice charges more than it", async () => {
    const order = await makeOrder(here);
    const items = [{ itemId: order.items[0]?.id ?? "", quantity: 1 }];
    const { subOrderCode } = value(await deliverOrder(here.as.operator, { code: order.code, items }));
    const { invoiceNumber } = value(await executeOrder(here.as.operator, { code: order.code }));
    expect(await reverse(subOrderCode)).toMatchObject({
      refusal: { reason: "executed_together", code: order.code, invoice: invoiceNumber },
    });
    value(await reverse(order.code));
  });

  test("without a comment, or with a status that is no reason", async () => {
    const { code } = await executed();
    const { administrator } = here.as;
    await expect(reverseExecution(administrator, { code, comment: "  " })).rejects.toThrow(ZodError);
    const statusId = here.statuses.Submitted;
    expect(await reverseExecution(administrator, { code, comment, statusId })).toMatchObject({
      refusal: { reason: "status_not_allowed" },
    });
  });

  test("for operators and managers, and in another organization", async () => {
    const { code } = await executed();
    for (const role of ["operator", "manager", "customer"] as const) {
      await expect(reverseExecution(here.as[role], { code, comment })).rejects.toThrow(Forbidden);
      await expect(previewReversal(here.as[role], { code })).rejects.toThrow(Forbidden);
    }
    await expect(reverseExecution(there.as.administrator, { code, comment })).rejects.toThrow(NotFound);
    expect((await getOrder(here.as.operator, code)).may.reverse).toBe(false);
  });
});

describe("two at once", () => {
  test("make one credit note", async () => {
    const order = await executed();
    const answers = await Promise.all(Array.from({ length: 6 }, () => reverse(order.code)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await creditNotes(order.id)).toHaveLength(1);
  });

  test("numbers have no gaps, whatever happens at once", async () => {
    const organization = await makeOrganization();
    const orders = [];
    for (let i = 0; i < 6; i++) {
      orders.push(await makeOrder(organization, { statusId: organization.statuses.Executed }));
    }
    await Promise.all(
      orders.flatMap(({ code }) => [
        reverseExecution(organization.as.administrator, { code, comment }),
        reverseExecution(organization.as.administrator, { code, comment }),
        previewReversal(organization.as.administrator, { code }),
      ]),
    );
    const notes = await read(organization.as.operator).creditNote.findMany({ select: { number: true } });
    expect(notes.map(({ number }) => number).sort()).toEqual(orders.map((_, i) => `CN-${1001 + i}`));
  });

  test("a reversal and a payment leave the balance exact", async () => {
    const account = await makeAccount(here);
    for (let run = 0; run < 3; run++) {
      const order = await makeOrder(here, { accountId: account.id, statusId: here.statuses.Executed });
      await Promise.all([
        reverse(order.code).then(value),
        recordPayment(here.as.operator, { accountId: account.id, amount: "7" }).then(value),
      ]);
      expect(await owed(account.id)).toBe(String(-7 * (run + 1)));
    }
  });

  test("a reversal and a quantity change: one of them is refused, or both fit", async () => {
    for (let run = 0; run < 4; run++) {
      const first = await executed();
      const [subscription] = first.subscriptions;
      const change = await makeOrder(here, {
        accountId: first.accountId,
        items: [
          {
            productId: subscription?.productId ?? "",
            quantity: 2,
            itemType: "quantity_change",
            subscriptionId: subscription?.id ?? "",
          },
        ],
      });
      const [reversed, changed] = await Promise.all([
        reverse(first.code).then(({ ok }) => ok),
        executeOrder(here.as.operator, { code: change.code }).then(
          ({ ok }) => ok,
          () => false,
        ),
      ]);
      expect([reversed, changed].filter(Boolean)).toHaveLength(1);
    }
  });
});

test("the number of statements does not grow with the number of items", async () => {
  const product = await makeProduct(here);
  const statements = async (count: number) => {
    const items = Array.from({ length: count }, () => ({ productId: product.id, quantity: 1 }));
    const { code } = await makeOrder(here, { items, statusId: here.statuses.Executed });
    const query = vi.spyOn(Client.prototype, "query");
    value(await reverse(code));
    const { length } = query.mock.calls;
    query.mockRestore();
    return length;
  };
  const [few, many] = [await statements(2), await statements(500)];
  expect(few).toBeGreaterThan(10);
  expect(many).toBe(few);
});
