import { beforeAll, describe, expect, test } from "vitest";
import { recordPayment } from "../billing/commands/record-payment";
import { startBulkRun } from "../bulk/commands/start-bulk-run";
import { systemCtx } from "../kernel/ctx";
import { read } from "../kernel/db";
import { provision } from "../provisioning/commands/provision";
import { requeueStalledTasks } from "../provisioning/requeue";
import {
  makeAccount,
  makeOrganization,
  makeUser,
  type TestOrganization,
  value,
} from "../testing/factories/basics";
import { at } from "../testing/factories/contexts";
import { makeOrder, storedOrder } from "../testing/factories/orders";
import { createOrder } from "./commands/create-order";
import { executeOrder } from "./commands/execute-order";
import { reverseExecution } from "./commands/reverse-execution";

/** Covers which dates are accepted: docs/domain.md, section 2, "Dates". The organization's today is 25 November 2026. */

let here: TestOrganization;
beforeAll(async () => {
  here = await makeOrganization({ timeZone: "Europe/Berlin" });
});

const now = new Date("2026-11-24T23:30:00Z");
const operator = () => at(here.as.operator, now);
const later = new Date("2027-03-01T23:00:00Z");
const begins = new Date("2027-02-28T23:00:00Z");

async function startingOn(startDate: string) {
  const { code } = await makeOrder(here);
  value(await executeOrder(operator(), { code, startDate }));
  return storedOrder(here.as.operator, code);
}

describe("a start date", () => {
  test.each(["2000-01-01", "2026-10-24", "2027-11-27", "2099-12-31"])(
    "of %s is refused",
    async (startDate) => {
      const { code } = await makeOrder(here);
      const refused = await executeOrder(operator(), { code, startDate });
      const range = { first: "2026-10-25", last: "2027-11-26" };
      const problems = [{ reason: "date_out_of_range", date: "start", ...range, path: "startDate" }];
      expect(refused).toEqual({ ok: false, refusal: { reason: "invalid_input", problems } });
      expect(await storedOrder(here.as.operator, code)).toMatchObject({ invoices: [], executedAt: null });
    },
  );

  test.each(["2026-10-25", "2027-11-26"])(
    "of %s is the subscription's; the invoice is dated today",
    async (day) => {
      const { invoices, subscriptions } = await startingOn(day);
      expect(invoices).toMatchObject([{ issueDate: new Date("2026-11-25") }]);
      expect(subscriptions.map(({ startDate }) => startDate)).toEqual(subscriptions.map(() => new Date(day)));
    },
  );

  test("that cannot be meant starts no bulk run", async () => {
    const { id } = await makeOrder(here);
    const user = await makeUser(here);
    const ctx = { ...operator(), actor: { ...here.as.operator.actor, id: user.id } };
    const work = { action: "execute", input: { startDate: "2099-12-31" } };
    expect(await startBulkRun(ctx, { selection: { orderIds: [id] }, work })).toMatchObject({
      refusal: { reason: "invalid_input", problems: [{ path: "work.input.startDate" }] },
    });
  });
});

describe("a service that starts later", () => {
  const tasksOf = (order: Awaited<ReturnType<typeof startingOn>>) =>
    order.subscriptions.flatMap(({ provisioningTasks }) => provisioningTasks);
  const tryAt = async (taskId: string, time: Date) =>
    value(await provision(systemCtx(here.organizationId, time), { taskId }, { clock: () => time }));

  test("is set up as its day begins for the organization, by whichever worker is there", async () => {
    const order = await startingOn("2027-03-01");
    const [task] = tasksOf(order);
    expect(task).toMatchObject({ state: "pending", nextAttemptAt: begins });
    const early = new Date(begins.getTime() - 60_000);
    expect(await tryAt(task?.id ?? "", early)).toBe("left");
    const found = await storedOrder(here.as.operator, order.code);
    expect(tasksOf(found)).toMatchObject(tasksOf(order).map(() => ({ state: "pending", attempts: 0 })));
    expect(await requeueStalledTasks(later)).toBeGreaterThan(0);
    expect(await tryAt(task?.id ?? "", begins)).toBe("provisioned");
  });

  test("is withdrawn by a reversal before that day, and its vendor is never asked", async () => {
    const order = await startingOn("2027-03-01");
    const { code } = order;
    value(await reverseExecution(at(here.as.administrator, now), { code, comment: "A mistake" }));
    const tasks = tasksOf(await storedOrder(here.as.operator, code));
    expect(tasks.map(({ action, state }) => [action, state]).sort()).toEqual(
      tasksOf(order)
        .flatMap(() => [
          ["deprovision", "provisioned"],
          ["provision", "failed"],
        ])
        .sort(),
    );
    for (const { id } of tasks) expect(await tryAt(id, later)).toBe("left");
    const subscriptions = await read(here.as.manager).subscription.findMany({ where: { orderId: order.id } });
    expect(subscriptions.map(({ state, provisioningState }) => [state, provisioningState])).toEqual(
      subscriptions.map(() => ["cancelled", "provisioned"]),
    );
  });
});

test.each([
  ["2026-11-26", false],
  ["2026-11-25", true],
  ["2024-11-24", true],
  ["2024-11-23", false],
])("a payment received on %s is recorded: %s", async (receivedOn, recorded) => {
  const { id: accountId } = await makeAccount(here);
  const result = await recordPayment(operator(), { accountId, amount: "1", receivedOn });
  expect(result.ok).toBe(recorded);
  if (!result.ok) expect(result.refusal).toMatchObject({ reason: "date_out_of_range", path: "receivedOn" });
});

test.each([
  ["2026-11-26T12:00:00Z", false],
  ["2026-11-25T12:00:00Z", true],
  ["2025-01-01T12:00:00Z", false],
])("an order dated %s is created: %s", async (orderDate, created) => {
  const { items, accountId } = await makeOrder(here);
  const wanted = { accountId, orderDate, items: [{ productId: items[0]?.productId ?? "", quantity: 1 }] };
  const result = await createOrder(operator(), wanted);
  expect(result.ok).toBe(created);
  if (!result.ok) expect(result.refusal).toMatchObject({ problems: [{ path: "orderDate" }] });
});
