import { beforeAll, describe, expect, test } from "vitest";
import { addDays, localDay, startOfDay } from "@/lib/domain/values/day";
import { schedulerCtx } from "../../kernel/ctx";
import { read } from "../../kernel/db";
import { Forbidden, NotFound } from "../../kernel/errors";
import { executeScheduled } from "../../scheduling/commands/execute-scheduled";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "../../testing/factories/basics";
import { basketOf, placeBasket } from "../../testing/factories/baskets";
import { makeCustomer } from "../../testing/factories/customers";
import { storedOrder } from "../../testing/factories/orders";
import { storedSchedule } from "../../testing/factories/scheduling";
import { addToBasket } from "../basket/commands/add-to-basket";
import { chooseExecutionDate } from "../basket/commands/choose-execution-date";
import { placeOrder } from "../basket/commands/place-order";
import { customerOf } from "../customer";
import { answerSimulated } from "../payments/commands/answer-simulated";
import { startPayment } from "../payments/commands/start-payment";
import { getPaymentRequest } from "../payments/queries/own-payments";
import { cancelOwnOrder } from "./commands/cancel-own-order";
import { rescheduleOrder } from "./commands/reschedule-order";
import { getOwnOrder } from "./queries/get-own-order";
import { listOwnOrders } from "./queries/list-own-orders";

let here: TestOrganization;
beforeAll(async () => {
  here = await makeOrganization();
});

const today = localDay(new Date(), "UTC");
const day = addDays(today, 10);
/** Creates a customer with one product in the basket. */
async function shopper(account: Parameters<typeof makeCustomer>[1] = {}) {
  const customer = await makeCustomer(here, account);
  const product = await makeProduct(here);
  value(await addToBasket(customer, { productId: product.id, configuration: {} }));
  return { customer, product };
}
async function scheduled(account: Parameters<typeof makeCustomer>[1] = {}) {
  const { customer, product } = await shopper(account);
  value(await chooseExecutionDate(customer, { day }));
  const { code } = value(await placeBasket(customer));
  return { customer, product, code };
}
const history = async (code: string) =>
  (await storedOrder(here.as.operator, code)).history.map(({ kind }) => kind);

test("a basket with a day becomes Scheduled, is executed on its day, and the customer sees both", async () => {
  const { customer, code } = await scheduled();
  expect(await getOwnOrder(customer, code)).toMatchObject({
    status: { type: "scheduled" },
    schedule: { day, first: addDays(today, 1), last: addDays(today, 60), price: null },
    holds: [{ gate: "date" }],
  });
  expect(await history(code)).toEqual(["order.created", "order.placed", "order.scheduled"]);
  const now = startOfDay(day, "UTC");
  value(await executeScheduled(schedulerCtx(here.organizationId, now), { code }, { clock: () => now }));
  expect(await getOwnOrder(customer, code)).toMatchObject({
    status: { type: "automatic_execute" },
    holds: [],
  });
});

test("the day stays with the basket, and without one the order is executed at once", async () => {
  const { customer } = await shopper();
  value(await chooseExecutionDate(customer, { day }));
  expect((await basketOf(customer)).schedule).toMatchObject({ day, problem: null });
  value(await chooseExecutionDate(customer, { day: null }));
  expect((await basketOf(customer)).schedule.day).toBeNull();
  const { code } = value(await placeBasket(customer));
  expect((await storedOrder(here.as.operator, code)).status.description).toBe("Executed");
});

test.each([
  ["UTC", "2026-11-27"],
  ["Europe/Berlin", "2026-11-28"],
  ["Pacific/Honolulu", "2026-11-27"],
])("the first day is decided when it is asked for, in %s", async (timeZone, first) => {
  const { customer } = await shopper();
  const ctx = { ...customer.ctx, timeZone, now: new Date("2026-11-26T23:30:00Z") };
  expect(value(await chooseExecutionDate({ ...customer, ctx }, { day: "first" }))).toEqual({ day: first });
});

test("a basket that was seen without its day is not placed", async () => {
  const { customer } = await shopper();
  const { code, version, totals } = await basketOf(customer);
  value(await chooseExecutionDate(customer, { day }));
  expect(await placeOrder(customer, { code, version, total: totals.finalPrice })).toMatchObject({
    refusal: { reason: "basket_changed" },
  });
});

describe("refuses", () => {
  test("trials, by name, when the day is chosen and when it comes later", async () => {
    const { customer } = await shopper();
    value(await chooseExecutionDate(customer, { day }));
    const trial = await makeProduct(here, { name: `Trial of ${customer.userId}` });
    value(await addToBasket(customer, { productId: trial.id, itemType: "trial", configuration: {} }));
    expect((await basketOf(customer)).schedule.problem).toContain(trial.name);
    expect(await placeBasket(customer)).toMatchObject({
      refusal: { reason: "not_on_that_day", refusal: { reason: "not_schedulable" } },
    });
    value(await chooseExecutionDate(customer, { day: null }));
    expect(await chooseExecutionDate(customer, { day })).toMatchObject({
      refusal: { reason: "not_schedulable", items: [{ description: trial.name, why: "trial" }] },
    });
  });

  test("today, and more than 60 days ahead", async () => {
    const { customer } = await shopper();
    for (const wrong of [today, addDays(today, 61)]) {
      expect(await chooseExecutionDate(customer, { day: wrong })).toMatchObject({
        refusal: { reason: "day_out_of_range" },
      });
    }
    value(await chooseExecutionDate(customer, { day: addDays(today, 60) }));
  });

  test("customers of a Standard reseller", async () => {
    const { customer } = await shopper();
    const reseller = await makeAccount(here);
    await read(here.as.operator).account.updateMany({
      where: { id: reseller.id },
      data: { type: "reseller" },
    });
    await read(here.as.operator).account.updateMany({
      where: { id: customer.accountId },
      data: { resellerId: reseller.id },
    });
    expect(await chooseExecutionDate(customer, { day })).toMatchObject({
      refusal: { reason: "resellers_customer" },
    });
    expect((await basketOf(customer)).schedule.problem).toContain("reseller");
  });

  test("another account's order, whatever is asked, and who may not", async () => {
    const { code } = await scheduled();
    const stranger = await makeCustomer(here);
    await expect(rescheduleOrder(stranger, { code, day })).rejects.toThrow(NotFound);
    await expect(cancelOwnOrder(stranger, { code })).rejects.toThrow(NotFound);
    const there = await makeCustomer(await makeOrganization());
    await expect(rescheduleOrder(there, { code, day })).rejects.toThrow(NotFound);
    const { ctx, userId, accountId } = stranger;
    const user = { id: userId, name: "", email: "", role: "operator" as const, accountId };
    expect(() => customerOf({ ctx: { ...ctx, actor: here.as.operator.actor }, user })).toThrow(Forbidden);
  });
});

describe("until it begins, the customer", () => {
  test("chooses another day", async () => {
    const { customer, code } = await scheduled();
    const later = addDays(day, 5);
    value(await rescheduleOrder(customer, { code, day: later }));
    expect((await getOwnOrder(customer, code)).schedule?.day).toBe(later);
    expect((await storedOrder(here.as.operator, code)).history.at(-1)).toMatchObject({
      kind: "order.scheduled",
      before: { day },
      after: { day: later },
    });
  });

  test("cancels it, once", async () => {
    const { customer, code } = await scheduled();
    const results = await Promise.all([1, 2].map(() => cancelOwnOrder(customer, { code })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await storedOrder(here.as.operator, code)).status.description).toBe("Canceled");
    expect(await storedSchedule(here.as.operator, code)).toBeNull();
    expect(await rescheduleOrder(customer, { code, day })).toMatchObject({
      refusal: { reason: "already_cancelled" },
    });
  });

  test("does neither with an order that is not scheduled", async () => {
    const { customer } = await shopper();
    const { code } = await basketOf(customer);
    await expect(rescheduleOrder(customer, { code, day })).rejects.toThrow(NotFound);
    value(await placeBasket(customer));
    expect(await cancelOwnOrder(customer, { code })).toMatchObject({
      refusal: { reason: "already_executed" },
    });
  });

  test("is warned of what would keep it from being executed, and of another price", async () => {
    const { customer, product, code } = await scheduled({ creditLimit: "12" });
    expect((await getOwnOrder(customer, code)).holds.map(({ gate }) => gate)).toEqual(["date"]);
    expect((await listOwnOrders(customer, {})).rows).toMatchObject([{ code, wouldFail: false }]);
    await read(here.as.operator).product.updateMany({ where: { id: product.id }, data: { price: "11" } });
    expect((await listOwnOrders(customer, {})).rows).toMatchObject([{ code, wouldFail: true }]);
    expect(await getOwnOrder(customer, code)).toMatchObject({
      holds: [{ gate: "date" }, { gate: "credit", missing: "1.20" }],
      schedule: { price: { before: "12.00", after: "13.20" } },
    });
  });

  test("pays what is missing on the day, and is then executed by the scheduler", async () => {
    const { customer, product, code } = await scheduled({ creditLimit: "12" });
    expect(await startPayment(customer, { code })).toEqual({
      ok: false,
      refusal: { reason: "nothing_missing" },
    });
    await read(here.as.operator).product.updateMany({ where: { id: product.id }, data: { price: "11" } });
    const { page } = value(await startPayment(customer, { code }));
    const id = page.split("/").at(-1) ?? "";
    expect(await getPaymentRequest(customer, id)).toMatchObject({ amount: "1.20" });
    value(await answerSimulated(customer, { id, answer: "paid" }));
    expect((await getOwnOrder(customer, code)).holds.map(({ gate }) => gate)).toEqual(["date"]);
    const now = startOfDay(day, "UTC");
    const run = executeScheduled(schedulerCtx(here.organizationId, now), { code }, { clock: () => now });
    expect(value(await run)).toBe("executed");
  });
});
