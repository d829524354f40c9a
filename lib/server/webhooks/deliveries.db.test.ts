import { once } from "node:events";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { read, unscoped } from "../kernel/db";
import { cancelOrder } from "../orders/commands/cancel-order";
import { makeAccount, makeOrganization, type TestOrganization, value } from "../testing/factories/basics";
import { makeOrder } from "../testing/factories/orders";
import { lockWaits } from "../testing/lock-waits";
import type { WebhookReceiver } from "../testing/processes/webhook-receiver";
import { startWorker } from "../testing/processes/worker";
import { WebhookAtWork } from "../testing/webhook-at-work";
import { disableWebhook } from "./commands/disable-webhook";
import { enableWebhook } from "./commands/enable-webhook";
import { rotateWebhookSecret } from "./commands/rotate-webhook-secret";
import { getWebhook } from "./queries/webhooks";

/** Tests that a receiver that fails, hangs and restarts is told of each event, and of those of an order in their order. */

const [minute, hour] = [60_000, 3_600_000];
let here: TestOrganization;
let at: WebhookAtWork;
let receiver: WebhookReceiver;
let id: string;
beforeAll(async () => {
  here = await makeOrganization();
});
beforeEach(async () => {
  at = await WebhookAtWork.begin(here, ["order.created", "order.cancelled", "account.created"]);
  ({ receiver, id } = at);
});
afterEach(() => at.end());

async function cancelledOrder(): Promise<string> {
  const { code } = await makeOrder(here, { accountId: await buyer() });
  value(await cancelOrder(here.as.operator, { code }));
  return code;
}
let account: string | undefined;
const buyer = async () => {
  account ??= (await makeAccount(here)).id;
  return account;
};

test("a receiver that answers success at any length was told", async () => {
  await cancelledOrder();
  receiver.answer = () => ({ status: 200, headers: {}, body: "Thank you. ".repeat(20_000) });
  await at.workUntil(2);
  for (const { state, attempts, lastAnswer } of await at.deliveries()) {
    expect([state, attempts, lastAnswer?.startsWith("Thank you.")]).toEqual(["delivered", 1, true]);
  }
});

test("a receiver is told once, signed, of the kinds that it wants", async () => {
  await buyer();
  const before = receiver.told.length;
  const code = await cancelledOrder();
  await at.workUntil(2);
  const [created, cancelled] = receiver.told.slice(before).filter(({ order }) => order === code);
  expect([created?.type, cancelled?.type]).toEqual(["order.created", "order.cancelled"]);
  expect(JSON.parse(cancelled?.body ?? "")).toMatchObject({
    type: "order.cancelled",
    version: 1,
    timestamp: expect.stringMatching(/^\d{4}-/),
    data: { type: "order.cancelled", order: { code }, after: { status: "Canceled" } },
  });
  expect(cancelled?.id).toBe(`evt_${JSON.parse(cancelled?.body ?? "").data.id}`);
  await at.work();
  expect(receiver.heard).toHaveLength(receiver.told.length);
  expect(await at.deliveries()).toMatchObject(
    receiver.told.map(() => ({ state: "delivered", attempts: 1, lastStatus: 204 })),
  );
});

test("a failing event holds the later ones of its own order, and no others", async () => {
  await buyer();
  let failing = "";
  receiver.answer = ({ order }) => (order === failing ? 500 : 204);
  failing = (await makeOrder(here, { accountId: await buyer() })).code;
  value(await cancelOrder(here.as.operator, { code: failing }));
  const other = await cancelledOrder();
  await at.workUntil(4);
  const typesOf = (order: string) =>
    receiver.told.filter((one) => one.order === order).map(({ type }) => type);
  expect(typesOf(other)).toEqual(["order.created", "order.cancelled"]);
  expect(receiver.heard.filter(({ order }) => order === failing).map(({ type }) => type)).toEqual([
    "order.created",
  ]);

  receiver.answer = () => 204;
  at.pass(minute);
  await at.work();
  expect(typesOf(failing)).toEqual(["order.created", "order.cancelled"]);
});

test("a receiver that restarts is told what it missed", async () => {
  await receiver.stop();
  const code = await cancelledOrder();
  await at.workUntil(2);
  expect((await at.deliveries())[0]).toMatchObject({
    state: "waiting",
    lastStatus: null,
    lastSilence: { is: "unreachable" },
  });
  await receiver.start();
  at.pass(minute);
  await at.work();
  expect(receiver.told.filter(({ order }) => order === code)).toHaveLength(2);
});

test("a receiver that hangs is told again, and one that answers late is not believed", async () => {
  at.timeoutSeconds = 0.2;
  let answerNow = () => {};
  const late = new Promise<number>((resolve) => {
    answerNow = () => resolve(204);
  });
  receiver.answer = ({ type }) => (type === "order.created" ? late : "hang");
  const code = await cancelledOrder();
  await at.workUntil(2);
  expect((await at.deliveries())[0]).toMatchObject({
    state: "waiting",
    lastStatus: null,
    lastSilence: { is: "late", seconds: 0.2 },
  });
  answerNow();
  await expect.poll(() => receiver.told.length).toBe(1);
  await at.work();
  expect(await at.deliveries()).toMatchObject([{ state: "waiting" }, { state: "waiting" }]);

  at.timeoutSeconds = 20;
  receiver.answer = () => 204;
  at.pass(minute);
  await at.work();
  expect(receiver.told.map(({ order, type }) => [order, type])).toEqual([
    [code, "order.created"],
    [code, "order.created"],
    [code, "order.cancelled"],
  ]);
});

test("a receiver that asks for time gets it", async () => {
  receiver.answer = () => ({ status: 429, headers: { "retry-after": "7200" } });
  await cancelledOrder();
  await at.workUntil(2);
  receiver.answer = () => 204;
  at.pass(hour);
  await at.work();
  expect(receiver.told).toEqual([]);
  at.pass(hour + 1);
  await at.work();
  expect(receiver.told).toHaveLength(2);
});

test("a receiver that is gone is not told again, until it is enabled", async () => {
  receiver.answer = () => 410;
  await cancelledOrder();
  await at.workUntil(2);
  expect(await getWebhook(here.as.administrator, id)).toMatchObject({ disabledBy: "gone" });
  const heard = receiver.heard.length;
  receiver.answer = () => 204;
  await cancelledOrder();
  await at.work();
  expect(receiver.heard).toHaveLength(heard);

  const { version } = await getWebhook(here.as.administrator, id);
  value(await enableWebhook(here.as.administrator, { id, version }));
  await at.workUntil(4);
  expect(receiver.told.map(({ type }) => type).toSorted()).toEqual([
    "order.cancelled",
    "order.cancelled",
    "order.created",
  ]);
});

test("a webhook that fails for three days is disabled, and the audit log says so", async () => {
  receiver.answer = () => 500;
  await makeOrder(here, { accountId: await buyer() });
  await at.workUntil(1);
  const begun = at.now;
  for (let next: Date | null | undefined; ; ) {
    next = (await at.deliveries()).find(({ state }) => state === "waiting")?.nextAttemptAt;
    if (!next) break;
    at.now = next;
    await at.work();
  }
  expect(at.now.getTime() - begun.getTime()).toBeGreaterThanOrEqual(3 * 24 * hour);
  expect(await at.deliveries()).toMatchObject([
    { state: "failed", attempts: 11, lastStatus: 500, lastAnswer: "As you wish" },
  ]);
  const webhook = await getWebhook(here.as.administrator, id);
  expect(webhook).toMatchObject({ disabledBy: "failing" });
  const event = await read(here.as.administrator).event.findFirst({
    where: { kind: "webhook.disabled", subject: webhook.name },
  });
  expect(event).toMatchObject({ actorType: "system", after: { disabledBy: "failing" } });
});

test("while a webhook is disabled nothing is told, and afterwards everything", async () => {
  value(await disableWebhook(here.as.administrator, { id, version: 1 }));
  await cancelledOrder();
  await at.work();
  expect(await at.deliveries()).toEqual([]);
  value(await enableWebhook(here.as.administrator, { id, version: 2 }));
  await at.workUntil(2);
  expect(receiver.told).toHaveLength(2);
});

test("a receiver that changes its secret over is told all the time", async () => {
  const { secret } = value(await rotateWebhookSecret(here.as.administrator, { id, version: 1 }));
  await cancelledOrder();
  await at.workUntil(2);
  receiver.secrets.splice(0, 1, secret ?? "");
  await cancelledOrder();
  await at.workUntil(4);
  expect(receiver.told).toHaveLength(4);
});

test("a worker that is killed while the receiver hears has it told again, under the same id", async () => {
  const heard = new Promise<void>((resolve) => {
    receiver.answer = () => {
      resolve();
      return "hang";
    };
  });
  const first = startWorker();
  const { code } = await makeOrder(here, { accountId: await buyer() });
  await heard;
  first.child.kill("SIGKILL");
  await once(first.child, "exit");
  receiver.answer = () => 204;
  await unscoped()
    .$executeRaw`UPDATE webhook_deliveries SET next_attempt_at = now() WHERE next_attempt_at IS NOT NULL`;
  startWorker();
  await expect
    .poll(() => receiver.told.map(({ order, type }) => [order, type]))
    .toEqual([[code, "order.created"]]);
  expect(new Set(receiver.heard.map(({ id }) => id)).size).toBe(1);
});

test("a delivery that ends while a later one of its order is made lets that one go on", async () => {
  const { code } = await makeOrder(here, { accountId: await buyer() });
  await at.workUntil(1);
  const [first] = await at.deliveries();
  const { organizationId } = here;
  const where = { organizationId, id: first?.id ?? "" };
  await unscoped().webhookDelivery.updateMany({
    where,
    data: { state: "waiting", endedAt: null, attempts: 1, nextAttemptAt: at.now },
  });
  value(await cancelOrder(here.as.operator, { code }));
  let making: Promise<void> | undefined;
  // A transaction anywhere in the cluster can hold the feed back, so that one try may find nothing to make.
  const make = () => {
    making ??= at.make().finally(() => {
      making = undefined;
    });
  };
  // This is how an attempt ends: it has ended its delivery, and looks for the next one before anybody sees that.
  await unscoped().$transaction(async (tx) => {
    await tx.webhookDelivery.updateMany({
      where,
      data: { state: "delivered", endedAt: at.now, nextAttemptAt: null },
    });
    await expect
      .poll(() => {
        make();
        return lockWaits();
      })
      .toHaveLength(1);
  });
  await making;
  await at.workUntil(2);
  expect((await at.deliveries()).map(({ state }) => state)).toEqual(["delivered", "delivered"]);
});
