import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recordPayment } from "../billing/commands/record-payment";
import { disconnect, read } from "../kernel/db";
import { makeOrganization, makeProduct, type TestOrganization, value } from "../testing/factories/basics";
import { makeOrder, storedOrder } from "../testing/factories/orders";
import { CuttingProxy } from "../testing/processes/cutting-proxy";
import { reverseExecution } from "./commands/reverse-execution";

/**
 * Cuts a reversal off at every message, as crash.db.test.ts does to an execution. It must be done completely or not
 * at all, trying again must do it exactly once, and no number may be lost.
 */

let here: TestOrganization;
let productId: string;
let proxy: CuttingProxy;
beforeAll(async () => {
  here = await makeOrganization();
  productId = (await makeProduct(here, { price: "10", taxRate: "0" })).id;
  await disconnect();
  proxy = await CuttingProxy.before(process.env.DATABASE_URL ?? "");
  process.env.DATABASE_URL = proxy.url;
});
afterAll(async () => {
  await disconnect();
  await proxy.close();
});

describe.each(["before", "after"] as const)("cut %s a message", (side) => {
  test("an execution is reversed wholly or not at all, and once", async () => {
    let points = 0;
    for (let message = 1; ; message++) {
      const order = await makeOrder(here, {
        items: [{ productId, quantity: 3 }],
        statusId: here.statuses.Executed,
      });
      const { code, billingToId: accountId } = order;
      value(await recordPayment(here.as.operator, { accountId, amount: "12" }));
      const reverse = () => reverseExecution(here.as.administrator, { code, comment: "A mistake" });
      const { messages } = await proxy.during({ message, side }, reverse);
      if (messages < message) break;
      points++;
      await disconnect();

      const whole = (await storedOrder(here.as.operator, code)).status.description === "Canceled";
      expect(await effects(code), `at message ${message}`).toEqual(whole ? reversed : untouched);
      expect((await reverse()).ok, `at message ${message}`).toBe(!whole);
      expect(await effects(code), `at message ${message}`).toEqual(reversed);
    }
    expect(points).toBeGreaterThan(10);
    const notes = await read(here.as.operator).creditNote.findMany({ select: { number: true } });
    const numbers = notes.map(({ number }) => Number(number.replace("CN-", ""))).sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, i) => 1001 + i));
    process.stdout.write(`  ${points} crash points, cut ${side} the message\n`);
  });
});

const untouched = { notes: 0, outstanding: 18, unallocated: 0, ended: 0, jobs: 0, told: 0 };
const reversed = { notes: 1, outstanding: 0, unallocated: 12, ended: 1, jobs: 1, told: 1 };

async function effects(code: string) {
  const order = await storedOrder(here.as.operator, code);
  const db = read(here.as.operator);
  const deprovision = order.subscriptions
    .flatMap(({ provisioningTasks }) => provisioningTasks)
    .filter(({ action }) => action === "deprovision");
  const keys = deprovision.map(({ id }) => `provision:${id}`);
  const [jobs] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM graphile_worker.jobs WHERE key = ANY(${keys})`;
  const [payment] = await db.payment.findMany({ where: { accountId: order.billingToId } });
  return {
    notes: await db.creditNote.count({ where: { orderId: order.id } }),
    outstanding: Number(order.invoices[0]?.outstanding),
    unallocated: Number(payment?.unallocated),
    ended: order.subscriptions.filter(({ state }) => state === "cancelled").length,
    jobs: jobs?.count ?? 0,
    told: order.history.filter(({ kind }) => kind === "order.reversed").length,
  };
}
