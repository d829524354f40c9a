import { beforeAll, describe, expect, test } from "vitest";
import type { NotDone } from "@/lib/domain/order/holds/not-done";
import { reasonOf } from "@/lib/domain/order/holds/reason";
import { addDays, startOfDay } from "@/lib/domain/values/day";
import type { Ctx } from "../../kernel/ctx";
import { schedulerCtx } from "../../kernel/ctx";
import { read } from "../../kernel/db";
import { Forbidden, NotFound } from "../../kernel/errors";
import { transaction } from "../../kernel/transaction";
import { cancelOrder } from "../../orders/commands/cancel-order";
import { executeOrder, previewExecution } from "../../orders/commands/execute-order";
import { getOrder } from "../../orders/queries/get-order";
import { lockOrder } from "../../orders/tree/load";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "../../testing/factories/basics";
import { at } from "../../testing/factories/contexts";
import { storedOrder } from "../../testing/factories/orders";
import { makeBasket, makeScheduledOrder, storedSchedule } from "../../testing/factories/scheduling";
import { makeVendorProduct, testSecret } from "../../testing/factories/vendors";
import { VendorSimulator } from "../../vendor-simulator/simulator";
import { requeueDueOrders } from "../requeue";
import { scheduleWithin } from "../schedule-order";
import { type Execute, executeScheduled } from "./execute-scheduled";

const told = (failure: unknown) => reasonOf(failure as NotDone, "en-GB");

let here: TestOrganization;
let there: TestOrganization;
beforeAll(async () => {
  [here, there] = [await makeOrganization(), await makeOrganization()];
});

const placed = new Date("2026-11-23T10:00:00Z");
const day = "2026-12-03";
const theDay = startOfDay(day, "Europe/Berlin");
const minutes = (count: number) => new Date(theDay.getTime() + count * 60_000);
const customer = (): Ctx => ({ ...at(here.as.customer, placed), timeZone: "Europe/Berlin" });
const scheduler = (now: Date) => schedulerCtx(here.organizationId, now);
const scheduled = (input: Parameters<typeof makeScheduledOrder>[1] = {}, on = day) =>
  makeScheduledOrder(here, input, { ctx: customer(), day: on });
/** Runs the scheduler's attempt at a given time. */
const run = async (code: string, now: Date, environment: Parameters<typeof executeScheduled>[2] = {}) =>
  value(await executeScheduled(scheduler(now), { code }, { clock: () => now, ...environment }));
const found = (code: string) => storedOrder(here.as.operator, code);
const poor = async () => (await makeAccount(here, { creditLimit: "5" })).id;
const setLimit = (id: string, creditLimit: string | null) =>
  read(here.as.operator).account.updateMany({ where: { id }, data: { creditLimit } });

describe("on its day", () => {
  test("a scheduled order becomes Executing and then Executed, with everything once and its story told", async () => {
    const { code } = await scheduled();
    expect(await run(code, minutes(-1))).toBe("left");

    let during = "";
    const execute: Execute = async (ctx, raw) => {
      during = (await found(code)).status.description;
      return executeOrder(ctx, raw);
    };
    expect(await run(code, theDay, { execute })).toBe("executed");
    expect(during).toBe("Executing");
    const order = await found(code);
    expect(order.status.description).toBe("Executed");
    expect(order.invoices).toHaveLength(1);
    expect(order.subscriptions).toMatchObject([{ startDate: new Date(day) }, { startDate: new Date(day) }]);
    expect(order.history.map(({ kind }) => kind)).toEqual([
      "order.created",
      "order.scheduled",
      "order.execution_begun",
      "order.executed",
    ]);
    expect(order.history.at(-1)).toMatchObject({ actorType: "scheduler", actorName: "Scheduler" });
    expect(await storedSchedule(here.as.operator, code)).toBeNull();
    expect(await run(code, minutes(1))).toBe("left");
  });

  test("its vendor is asked, and one that holds it gives it back with the vendor's words", async () => {
    const outside = await VendorSimulator.start(testSecret);
    const endpoint = outside.url({ stock: 2 });
    const { id: productId } = await makeVendorProduct(here, { endpoint, preCheck: true });
    const order = (quantity: number) => scheduled({ items: [{ productId, quantity }] });
    const [clear, held] = [await order(2), await order(3)];
    expect(outside.asked).toEqual([]);
    expect(await run(clear.code, theDay)).toBe("executed");
    expect(await run(held.code, theDay)).toBe("given_back");
    const { failure } = (await storedSchedule(here.as.operator, held.code)) ?? {};
    expect(told(failure)).toContain("Only 2 of these can be delivered at once.");
    expect(outside.asked).toHaveLength(2);
    await outside.stop();
  });

  test("a worker that was down over the date executes it when it is back, and begins it then", async () => {
    const { code } = await scheduled();
    const late = new Date(theDay.getTime() + 3 * 86_400_000);
    expect(await run(code, late)).toBe("executed");
    expect((await found(code)).subscriptions[0]?.startDate).toEqual(new Date(addDays(day, 3)));
  });

  test("it is executed at the prices of the list, and the difference is told", async () => {
    const product = await makeProduct(here);
    const { code } = await scheduled({ items: [{ productId: product.id, quantity: 2 }] });
    await read(here.as.operator).product.updateMany({ where: { id: product.id }, data: { price: "12.5" } });
    expect(await run(code, theDay)).toBe("executed");
    const order = await found(code);
    expect(String(order.finalPrice)).toBe("30");
    expect(String(order.invoices[0]?.total)).toBe("30");
    expect(order.history.find(({ kind }) => kind === "order.repriced")).toMatchObject({
      before: { total: "24", items: [{ unitPrice: "10" }] },
      after: { total: "30", items: [{ unitPrice: "12.5" }] },
    });
  });
});

describe("the day begins by the customer's clock, and the subscription on that day,", () => {
  test.each([
    ["as clocks go forward in the night", "2027-03-28", "Europe/Berlin", "2027-03-27T23:00:00Z"],
    ["as clocks go back in the night", "2026-10-25", "Europe/Berlin", "2026-10-24T22:00:00Z"],
    ["on a leap day", "2028-02-29", "Europe/Berlin", "2028-02-28T23:00:00Z"],
    ["where clocks skip midnight", "2026-04-24", "Africa/Cairo", "2026-04-23T22:00:00Z"],
    ["far in the east", "2027-01-01", "Pacific/Kiritimati", "2026-12-31T10:00:00Z"],
  ])("%s", async (_, on, timeZone, begins) => {
    const start = new Date(begins);
    const ordered = new Date(start.getTime() - 20 * 86_400_000);
    const ctx: Ctx = { ...at(here.as.customer, ordered), timeZone };
    const { code } = await makeScheduledOrder(here, {}, { ctx, day: on });
    expect(await run(code, new Date(start.getTime() - 60_000))).toBe("left");
    expect((await found(code)).status.description).toBe("Scheduled");
    expect(await run(code, start)).toBe("executed");
    const { subscriptions, invoices } = await found(code);
    expect(subscriptions.map(({ startDate }) => startDate)).toEqual([new Date(on), new Date(on)]);
    expect(invoices).toHaveLength(1);
  });
});

describe("a try that fails", () => {
  test("gives it back with the reason, five times at growing intervals; then it waits for a person", async () => {
    const accountId = await poor();
    const { code } = await scheduled({ accountId });
    let now = theDay;
    const waits: number[] = [];
    for (let tried = 1; tried <= 5; tried++) {
      expect(await run(code, now)).toBe("given_back");
      const schedule = await storedSchedule(here.as.operator, code);
      expect(schedule).toMatchObject({
        attempts: tried,
        failure: { reason: "held", gates: [{ gate: "credit" }] },
      });
      if (!schedule?.nextAttemptAt) break;
      waits.push((schedule.nextAttemptAt.getTime() - now.getTime()) / 60_000);
      expect(await run(code, new Date(schedule.nextAttemptAt.getTime() - 1))).toBe("left");
      now = schedule.nextAttemptAt;
    }
    expect(waits).toEqual([15, 60, 240, 1440]);
    const order = await found(code);
    expect(order).toMatchObject({ status: { description: "Scheduled" }, invoices: [] });
    expect(order.history.at(-1)).toMatchObject({
      kind: "order.schedule_failed",
      after: { attempts: 5, nextAttemptAt: null },
    });
    expect(await run(code, new Date(now.getTime() + 86_400_000))).toBe("left");

    await setLimit(accountId, null);
    value(await executeOrder(at(here.as.operator, now), { code }));
    expect(await found(code)).toMatchObject({ status: { description: "Executed" }, invoices: [{}] });
    expect(await storedSchedule(here.as.operator, code)).toBeNull();
  });

  test("and one that then succeeds executes it once", async () => {
    const accountId = await poor();
    const { code } = await scheduled({ accountId });
    expect(await run(code, theDay)).toBe("given_back");
    await setLimit(accountId, "1000");
    expect(await run(code, minutes(15))).toBe("executed");
    expect((await found(code)).invoices).toHaveLength(1);
  });

  test("a product that is no longer sold holds it, for the scheduler but not for a person", async () => {
    const product = await makeProduct(here);
    const { code } = await scheduled({ items: [{ productId: product.id, quantity: 1 }] });
    await read(here.as.operator).product.updateMany({ where: { id: product.id }, data: { active: false } });
    expect(await run(code, theDay)).toBe("given_back");
    expect(told((await storedSchedule(here.as.operator, code))?.failure)).toContain("no longer sold");
    expect((await executeOrder(at(here.as.operator, theDay), { code })).ok).toBe(true);
  });

  test("a failure on our side is a reason like any other", async () => {
    const { code } = await scheduled();
    const execute = () => Promise.reject(new Error("out of memory"));
    expect(await run(code, theDay, { execute })).toBe("given_back");
    expect((await storedSchedule(here.as.operator, code))?.failure).toEqual({
      reason: "failed_here",
      error: expect.stringMatching(/^[0-9a-f]{8}$/),
    });
    expect(await run(code, minutes(15))).toBe("executed");
  });
});

describe("the date gate", () => {
  test("says what a scheduled order waits for, and is cleared by a BSS user who executes, not by the product", async () => {
    const { code } = await scheduled();
    const { heldBy, schedule, may } = await getOrder(at(here.as.operator, placed), code);
    expect(heldBy).toMatchObject([{ gate: "date", day, attempts: 0 }]);
    expect([schedule?.day, may.execute, may.cancel, may.deliver]).toEqual([day, true, true, false]);

    const automatic: Ctx = { ...at(here.as.operator, placed) };
    const system = { ...automatic, actor: { ...automatic.actor, type: "system" as const } };
    expect(await executeOrder(system, { code })).toMatchObject({
      refusal: { reason: "held", gates: [{ gate: "date" }] },
    });
    expect(await executeOrder(scheduler(theDay), { code })).toMatchObject({
      refusal: { reason: "not_with_scheduler" },
    });
    expect((await previewExecution(at(here.as.operator, placed), { code })).ok).toBe(true);
    value(await executeOrder(at(here.as.operator, placed), { code }));
    expect((await getOrder(here.as.operator, code)).heldBy).toEqual([]);
  });
});

describe("the customer", () => {
  const reschedule = (code: string, to: string, now = placed) =>
    transaction(customer(), async (tx) =>
      scheduleWithin(tx, { ...customer(), now }, await lockOrder(tx, customer(), code), {
        day: to,
        throughReseller: false,
      }),
    );

  test("chooses another day, and only that one counts; tries begin anew", async () => {
    const accountId = await poor();
    const { code } = await scheduled({ accountId });
    expect(await run(code, theDay)).toBe("given_back");
    const later = addDays(day, 7);
    value(await reschedule(code, later, theDay));
    expect(await storedSchedule(here.as.operator, code)).toMatchObject({ attempts: 0, failure: null });
    expect(await run(code, minutes(60))).toBe("left");
    await setLimit(accountId, null);
    expect(await run(code, startOfDay(later, "Europe/Berlin"))).toBe("executed");
    expect((await found(code)).history.map(({ kind }) => kind)).toContain("order.scheduled");
  });

  test("cannot once it is being executed", async () => {
    const { code } = await scheduled();
    const execute: Execute = async (ctx, raw) => {
      expect(await reschedule(code, addDays(day, 7), theDay)).toMatchObject({
        refusal: { reason: "scheduler_has_it" },
      });
      expect(await cancelOrder(at(here.as.operator, theDay), { code })).toMatchObject({
        refusal: { reason: "scheduler_has_it" },
      });
      return executeOrder(ctx, raw);
    };
    expect(await run(code, theDay, { execute })).toBe("executed");
  });

  test("whose order is cancelled hears nothing more of the schedule", async () => {
    const { code } = await scheduled();
    value(await cancelOrder(at(here.as.operator, placed), { code }));
    expect(await storedSchedule(here.as.operator, code)).toBeNull();
    expect(await run(code, theDay)).toBe("left");
    expect((await found(code)).status.description).toBe("Canceled");
  });

  test("a basket without a day of the schedule's is never executed by it", async () => {
    const { code } = await makeBasket(here);
    expect(await run(code, theDay)).toBe("left");
  });
});

describe("two at once, and workers that die", () => {
  test("several workers, one execution", async () => {
    const { code } = await scheduled();
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => run(code, theDay)));
    expect(outcomes.sort()).toEqual(["executed", "left", "left", "left", "left", "left"]);
    expect((await found(code)).invoices).toHaveLength(1);
  });

  test("the scheduler and a person, one execution", async () => {
    const { code } = await scheduled();
    const [, byHand] = await Promise.all([
      run(code, theDay),
      executeOrder(at(here.as.operator, theDay), { code }),
    ]);
    const order = await found(code);
    expect([order.status.description, order.invoices.length]).toEqual(["Executed", 1]);
    expect(byHand.ok || ["already_executed", "scheduler_has_it"].includes(byHand.refusal.reason)).toBe(true);
  });

  const dies = () => new Promise<never>(() => {});

  test("killed before it executes: the next takes over when the lease is over, and not before", async () => {
    const { code } = await scheduled();
    void run(code, theDay, { execute: dies });
    await expect.poll(async () => (await found(code)).status.description).toBe("Executing");
    expect(await run(code, new Date(theDay.getTime() + 59_000))).toBe("left");
    expect(await requeueDueOrders(new Date(theDay.getTime() + 79_000))).toBe(0);
    expect(await requeueDueOrders(new Date(theDay.getTime() + 81_000))).toBe(1);
    expect(await run(code, minutes(1))).toBe("executed");
    expect((await found(code)).invoices).toHaveLength(1);
  });

  test("killed after it executed: nothing is done again", async () => {
    const { code } = await scheduled();
    const execute: Execute = async (ctx, raw) => {
      await executeOrder(ctx, raw);
      return dies();
    };
    void run(code, theDay, { execute });
    await expect.poll(async () => (await found(code)).status.description).toBe("Executed");
    expect(await run(code, minutes(2))).toBe("left");
    expect((await found(code)).invoices).toHaveLength(1);
  });

  test("one that took too long and comes late changes nothing", async () => {
    const accountId = await poor();
    const { code } = await scheduled({ accountId });
    const execute: Execute = async (ctx, raw) => {
      // In the meantime its lease ends, and another worker finds the reason and gives the order back.
      expect(await run(code, minutes(2))).toBe("given_back");
      return executeOrder(ctx, raw);
    };
    expect(await run(code, theDay, { execute })).toBe("left");
    expect(await storedSchedule(here.as.operator, code)).toMatchObject({ attempts: 2 });
  });

  test("an order whose worker dies each time ends with a person", async () => {
    const { code } = await scheduled();
    for (let tried = 0; tried < 5; tried++) {
      void run(code, minutes(2 * tried), { execute: dies });
      await expect.poll(async () => (await storedSchedule(here.as.operator, code))?.attempts).toBe(tried + 1);
    }
    expect(await run(code, minutes(20))).toBe("left");
    expect(await storedSchedule(here.as.operator, code)).toMatchObject({
      nextAttemptAt: null,
      failure: { reason: "interrupted" },
    });
    expect((await found(code)).status.description).toBe("Scheduled");
  });
});

describe("refuses", () => {
  test("who may not, and another organization's order as one that does not exist", async () => {
    const { code } = await scheduled();
    await expect(executeScheduled(at(here.as.manager, theDay), { code })).rejects.toThrow(Forbidden);
    await expect(executeScheduled(at(here.as.customer, theDay), { code })).rejects.toThrow(Forbidden);
    await expect(executeScheduled(schedulerCtx(there.organizationId, theDay), { code })).rejects.toThrow(
      NotFound,
    );
  });
});
