import { beforeAll, describe, expect, test } from "vitest";
import { systemCtx } from "../kernel/ctx";
import { read } from "../kernel/db";
import { createOrder } from "../orders/commands/create-order";
import { executeOrder } from "../orders/commands/execute-order";
import { reverseExecution } from "../orders/commands/reverse-execution";
import { addToBasket } from "../storefront/basket/commands/add-to-basket";
import { changeBasketItem } from "../storefront/basket/commands/change-basket";
import { getBasket } from "../storefront/basket/queries/get-basket";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "../testing/factories/basics";
import { at } from "../testing/factories/contexts";
import { makeCustomer } from "../testing/factories/customers";
import { makeOrder } from "../testing/factories/orders";
import { advanceTrial } from "./commands/advance-trial";
import { queueDueTrials } from "./requeue";

/** Covers the end and the size of trials: docs/domain.md, section 5, "Trials". */

let here: TestOrganization;
beforeAll(async () => {
  here = await makeOrganization({ timeZone: "Europe/Berlin" });
});

const started = new Date("2026-12-01T10:00:00Z");
/** Holds the start, in Berlin, of the day a week before the 31st, and of the 31st. */
const told = new Date("2026-12-23T23:00:00Z");
const over = new Date("2026-12-30T23:00:00Z");
const offer = { trialDays: 30, trialMaxQuantity: 5 };
const justBefore = (time: Date) => new Date(time.getTime() - 60_000);

async function makeTrial() {
  const product = await makeProduct(here, offer);
  const account = await makeAccount(here, { email: "buyer@customer.example" });
  const items = [{ productId: product.id, quantity: 5, itemType: "trial" as const }];
  const { code } = await makeOrder(here, { accountId: account.id, items });
  value(await executeOrder(at(here.as.operator, started), { code }));
  const { id } = await read(here.as.manager).subscription.findFirstOrThrow({
    where: { accountId: account.id },
  });
  return { id, code, accountId: account.id, productId: product.id };
}

const stored = (id: string) =>
  read(here.as.manager).subscription.findFirstOrThrow({
    where: { id },
    include: { provisioningTasks: true },
  });
const advance = async (id: string, now: Date) =>
  value(await advanceTrial(systemCtx(here.organizationId, now), { subscriptionId: id }));
const notices = (accountId: string) =>
  read(here.as.manager).message.findMany({ where: { accountId, type: "trial_ends" } });

describe("a trial", () => {
  test("is told of a week before its end and taken down on the day, once, however many workers look after it", async () => {
    const { id, code, accountId } = await makeTrial();
    expect(await stored(id)).toMatchObject({ trialEndsOn: new Date("2026-12-31"), trialDueAt: told });
    expect(await advance(id, justBefore(told))).toBe("left");

    const looks = await Promise.all([1, 2, 3].map(() => advance(id, told)));
    expect(looks.sort()).toEqual(["left", "left", "tell"]);
    expect(await notices(accountId)).toMatchObject([
      { subject: expect.stringContaining("December 31, 2026") },
    ]);
    expect(await advance(id, justBefore(over))).toBe("left");

    const ends = await Promise.all([1, 2, 3].map(() => advance(id, over)));
    expect(ends.sort()).toEqual(["end", "left", "left"]);
    const ended = await stored(id);
    expect(ended).toMatchObject({ state: "cancelled", endDate: new Date("2026-12-31"), trialDueAt: null });
    expect(ended.provisioningTasks.filter(({ action }) => action === "deprovision")).toHaveLength(1);
    expect(await notices(accountId)).toHaveLength(1);
    const history = await read(here.as.manager).event.findMany({
      where: { kind: "order.trial_ended" },
    });
    expect(history).toMatchObject([{ after: { bought: false } }]);

    // Its order can still be reversed, and nothing is taken down twice.
    value(await reverseExecution(at(here.as.administrator, over), { code, comment: "A mistake" }));
    expect((await stored(id)).provisioningTasks).toHaveLength(2);
  });

  test("of a product that was bought ends without a notice, and nothing is taken down", async () => {
    const { id, accountId, productId } = await makeTrial();
    const { code } = await makeOrder(here, { accountId, items: [{ productId, quantity: 2 }] });
    value(await executeOrder(at(here.as.operator, started), { code }));
    expect(await advance(id, told)).toBe("wait");
    expect(await advance(id, over)).toBe("end");
    expect(await notices(accountId)).toEqual([]);
    const subscriptions = await read(here.as.manager).subscription.findMany({
      where: { accountId },
      include: { provisioningTasks: true },
    });
    expect(subscriptions.map(({ trial, state }) => [trial, state]).sort()).toEqual([
      [false, "active"],
      [true, "cancelled"],
    ]);
    const actions = subscriptions.flatMap(({ provisioningTasks }) =>
      provisioningTasks.map(({ action }) => action),
    );
    expect(actions).toEqual(["provision", "provision"]);
  });

  test("that a worker missed is found by the next one", async () => {
    const { id } = await makeTrial();
    expect(await queueDueTrials(over)).toBeGreaterThan(0);
    const [job] = await read(here.as.manager).$queryRaw<{ task: string }[]>`
      SELECT task_identifier AS task FROM graphile_worker.jobs WHERE key = ${`advance_trial:${id}`}`;
    expect(job).toEqual({ task: "advance_trial" });
    expect(await advance(id, over)).toBe("end");
  });

  test("of a short time is told of at once", async () => {
    const product = await makeProduct(here, { trialDays: 3, trialMaxQuantity: 1 });
    const items = [{ productId: product.id, quantity: 1, itemType: "trial" as const }];
    const { code } = await makeOrder(here, { items });
    value(await executeOrder(at(here.as.operator, started), { code }));
    expect(
      await read(here.as.manager).subscription.findFirst({ where: { productId: product.id } }),
    ).toMatchObject({
      trialEndsOn: new Date("2026-12-04"),
      trialDueAt: started,
    });
  });
});

describe("the size of a trial", () => {
  test("is bounded in the basket", async () => {
    const customer = await makeCustomer(here);
    const { id: productId } = await makeProduct(here, offer);
    const add = (quantity: number) => addToBasket(customer, { productId, quantity, itemType: "trial" });
    const problem = { reason: "trial_too_large", most: 5 };
    expect(await add(1_000_000)).toMatchObject({ refusal: { problems: [problem] } });
    value(await add(5));
    const itemId = (await getBasket(customer))?.items[0]?.id ?? "";
    expect(await changeBasketItem(customer, { itemId, quantity: 6 })).toMatchObject({
      refusal: { problems: [problem] },
    });
  });

  test("is bounded in BSS, and a product without a trial has none", async () => {
    const { id: accountId } = await makeAccount(here);
    const [offers, none] = [
      await makeProduct(here, offer),
      await makeProduct(here, { trialDays: null, trialMaxQuantity: null }),
    ];
    const order = (productId: string, quantity: number) =>
      createOrder(here.as.operator, { accountId, items: [{ productId, quantity, itemType: "trial" }] });
    expect(await order(offers.id, 6)).toMatchObject({
      refusal: { problems: [{ path: "items.0.quantity" }] },
    });
    expect(await order(none.id, 1)).toMatchObject({
      refusal: {
        problems: [{ path: "items.0.itemType", reason: "no_trial" }],
      },
    });
    expect((await order(offers.id, 5)).ok).toBe(true);
  });
});
