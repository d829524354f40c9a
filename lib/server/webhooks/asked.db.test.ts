import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { ZodError } from "zod";
import { writeFeedCursor } from "../events/cursor";
import { eventFeed } from "../events/queries/event-feed";
import { read, unscoped } from "../kernel/db";
import { Forbidden, NotFound } from "../kernel/errors";
import { cancelOrder } from "../orders/commands/cancel-order";
import { forgetExpired } from "../sign-in/tries/forget-expired";
import { makeAccount, makeOrganization, type TestOrganization, value } from "../testing/factories/basics";
import { makeOrder } from "../testing/factories/orders";
import { WebhookAtWork } from "../testing/webhook-at-work";
import { createWebhook } from "./commands/create-webhook";
import { disableWebhook } from "./commands/disable-webhook";
import { replayEvents } from "./commands/replay-events";
import { resendDelivery } from "./commands/resend-delivery";
import { sendTestEvent } from "./commands/send-test-event";
import { listDeliveries } from "./queries/list-deliveries";
import { getWebhook } from "./queries/webhooks";

/** Tests what administrators ask of a webhook: a test, one event again, a range of events again, and what was delivered. */

let here: TestOrganization;
let at: WebhookAtWork;
let id: string;
let accountId: string;
beforeAll(async () => {
  here = await makeOrganization();
  accountId = (await makeAccount(here)).id;
});
beforeEach(async () => {
  at = await WebhookAtWork.begin(here, ["order.created", "order.cancelled"]);
  id = at.id;
});
afterEach(() => at.end());

const ask = () => here.as.administrator;
const told = () => at.receiver.told.map(({ type, order }) => [type, order]);
async function cancelledOrder(): Promise<string> {
  const { code } = await makeOrder(here, { accountId });
  value(await cancelOrder(here.as.operator, { code }));
  return code;
}

/** Answers with this status once, and with success ever after. */
function answerOnce(status: number) {
  at.receiver.answer = () => {
    at.receiver.answer = () => 204;
    return status;
  };
}

test("a test event is delivered at once, and the audit log and the delivery log tell it", async () => {
  const { deliveryId } = value(await sendTestEvent(ask(), { id }));
  await at.work();
  expect(at.receiver.told).toMatchObject([{ type: "webhook.tested" }]);
  const { rows } = await listDeliveries(ask(), { webhookId: id });
  expect(rows).toMatchObject([
    {
      id: deliveryId,
      origin: "test",
      state: "delivered",
      lastStatus: 204,
      event: { type: "webhook.tested" },
    },
  ]);
  const { name } = await getWebhook(ask(), id);
  expect(await read(ask()).event.count({ where: { kind: "webhook.tested", subject: name } })).toBe(1);
});

test.each([500, 410, 301])(
  "a test that is answered with %i is tried once and disables nothing",
  async (status) => {
    at.receiver.answer = () => status;
    value(await sendTestEvent(ask(), { id }));
    await at.work();
    expect(await at.deliveries()).toMatchObject([{ state: "failed", attempts: 1, lastStatus: status }]);
    expect(await getWebhook(ask(), id)).toMatchObject({ disabledAt: null });
  },
);

test("a failed attempt is tried now on request, and the later events of its order follow", async () => {
  answerOnce(500);
  const code = await cancelledOrder();
  await at.workUntil(2);
  const [first, second] = await at.deliveries();
  const refused = await resendDelivery(ask(), { id, deliveryId: second?.id });
  expect(refused).toMatchObject({ refusal: { reason: "earlier_delivery_waits" } });
  expect(told()).toEqual([]);
  expect(value(await resendDelivery({ ...ask(), now: at.now }, { id, deliveryId: first?.id }))).toEqual({
    deliveryId: first?.id,
  });
  await at.work();
  expect(told()).toEqual([
    ["order.created", code],
    ["order.cancelled", code],
  ]);
});

test("a delivered event is delivered again under its id, once for two who ask at once", async () => {
  await cancelledOrder();
  await at.workUntil(2);
  const [first] = await at.deliveries();
  const again = { id, deliveryId: first?.id };
  const answers = await Promise.all([resendDelivery(ask(), again), resendDelivery(ask(), again)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers).toContainEqual(
    expect.objectContaining({ refusal: { reason: "delivery_under_way", path: "" } }),
  );
  await at.work();
  const ids = at.receiver.told.map((one) => one.id);
  expect(ids).toEqual([ids[0], ids[1], ids[0]]);
  expect((await at.deliveries()).map(({ origin }) => origin)).toEqual(["event", "event", "resend"]);
});

test("events since a time are delivered again in their order, and not beside what still waits", async () => {
  const hour = 3_600_000;
  const [one, other] = [await makeOrder(here, { accountId }), await makeOrder(here, { accountId })];
  const later = (hours: number) => new Date(here.as.operator.now.getTime() + hours * hour);
  value(await cancelOrder({ ...here.as.operator, now: later(1) }, { code: one.code }));
  value(await cancelOrder({ ...here.as.operator, now: later(2) }, { code: other.code }));
  await at.workUntil(4);
  const delivered = at.receiver.told.length;
  const [since, until] = [later(1).toISOString(), later(2).toISOString()];
  expect(await replayEvents.rehearse(ask(), { id, since })).toMatchObject({ value: { events: 2 } });
  expect(await at.deliveries()).toHaveLength(4);

  const both = [replayEvents(ask(), { id, since, until }), replayEvents(ask(), { id, since })];
  const counts = (await Promise.all(both)).map((answer) => value(answer).events);
  // Whichever comes first, each event is delivered again once.
  expect([
    [1, 1],
    [0, 2],
  ]).toContainEqual(counts);
  await at.work();
  expect(told().slice(delivered).toSorted()).toEqual(
    [
      ["order.cancelled", one.code],
      ["order.cancelled", other.code],
    ].toSorted(),
  );
});

test("a range between two cursors of the feed is delivered again", async () => {
  const types = "order.created,order.cancelled";
  const feed = async (after?: string) => value(await eventFeed(ask(), { after, types, limit: 1 }));
  const one = await cancelledOrder();
  await cancelledOrder();
  await at.workUntil(4);
  let start: string | undefined;
  let page = await feed();
  while (page.data[0]?.order?.code !== one) {
    start = page.next;
    page = await feed(start);
  }
  const between = start ? { after: start } : { since: "2020-01-01T00:00:00Z" };
  expect(value(await replayEvents(ask(), { id, ...between, upTo: page.next }))).toEqual({ events: 1 });
  await at.work();
  expect(told().slice(4)).toEqual([["order.created", one]]);
  const nonsense = await replayEvents(ask(), { id, after: "nonsense" });
  expect(nonsense).toMatchObject({ refusal: { reason: "cursor_not_understood" } });
  await expect(replayEvents(ask(), { id })).rejects.toThrow(ZodError);
});

/** Returns a cursor behind all but the last of the many events. */
async function cursorBefore(organizationId: string): Promise<string> {
  const [last] = await unscoped().$queryRaw<{ position: string; id: string }[]>`
    SELECT position::text, id::text FROM events WHERE organization_id = ${organizationId}::uuid AND kind = 'user.activated'
    ORDER BY events.position DESC, events.id DESC OFFSET 1 LIMIT 1`;
  return writeFeedCursor({ position: last?.position ?? "", id: last?.id ?? "", at: new Date() });
}

test("10,000 events are delivered again at once, and more are refused", async () => {
  const there = await makeOrganization();
  const wanted = { name: "Many", url: at.receiver.url, types: ["user.activated"] };
  const { administrator } = there.as;
  const many = value(await createWebhook(administrator, wanted));
  const { organizationId, now } = administrator;
  await unscoped().$executeRaw`
    INSERT INTO events (organization_id, at, kind, actor_type, actor_name, subject)
    SELECT ${organizationId}::uuid, ${now}, 'user.activated', 'system', 'System', 'Ada' FROM generate_series(1, 10001)`;
  const place = { position: 2n ** 60n };
  await read(administrator).webhook.updateMany({ where: { id: many.id }, data: place });
  const refused = await replayEvents(administrator, { id: many.id, since: now.toISOString() });
  expect(refused).toMatchObject({ refusal: { reason: "too_many_events", most: 10_000, path: "since" } });
  expect((await listDeliveries(administrator, { webhookId: many.id })).rows).toEqual([]);
  const cut = { id: many.id, since: now.toISOString(), upTo: await cursorBefore(organizationId) };
  expect(value(await replayEvents(administrator, cut))).toEqual({ events: 10_000 });
});

test("the log of deliveries is read page by page, and by state", async () => {
  await cancelledOrder();
  await cancelledOrder();
  at.receiver.answer = ({ type }) => (type === "order.cancelled" ? 500 : 204);
  await at.workUntil(4);
  const of = { webhookId: id };
  const all = await listDeliveries(ask(), of);
  expect(all.rows.map(({ state }) => state).toSorted()).toEqual([
    "delivered",
    "delivered",
    "waiting",
    "waiting",
  ]);
  const first = await listDeliveries(ask(), { ...of, limit: 3 });
  const second = await listDeliveries(ask(), { ...of, limit: 3, cursor: first.next ?? "" });
  expect([...first.rows, ...second.rows]).toEqual(all.rows);
  const waiting = await listDeliveries(ask(), { ...of, state: "waiting" });
  expect(waiting.rows.map(({ event }) => event.type)).toEqual(["order.cancelled", "order.cancelled"]);
  expect(waiting.rows[0]).toMatchObject({ attempts: 1, lastStatus: 500, lastAnswer: "As you wish" });
});

test("deliveries are kept for 30 days after their end, and as long as they wait", async () => {
  answerOnce(500);
  for (const _ of [1, 2, 3]) await makeOrder(here, { accountId });
  await at.workUntil(3);
  const now = new Date();
  const [old, young] = (await at.deliveries()).filter(({ state }) => state === "delivered");
  const ago = (minutes: number) => new Date(now.getTime() - 30 * 24 * 3_600_000 + minutes * 60_000);
  const table = read(ask()).webhookDelivery;
  await table.updateMany({ where: { webhookId: id }, data: { createdAt: ago(-9999) } });
  await table.updateMany({ where: { id: old?.id ?? "" }, data: { endedAt: ago(-1) } });
  await table.updateMany({ where: { id: young?.id ?? "" }, data: { endedAt: ago(1) } });
  await forgetExpired(now);
  expect((await at.deliveries()).map(({ state }) => state).toSorted()).toEqual(["delivered", "waiting"]);
});

test("what a receiver answers is kept as one short line", async () => {
  at.receiver.answer = () => ({ status: 500, headers: {}, body: `secret\u0000\n${"x".repeat(5000)}` });
  value(await sendTestEvent(ask(), { id }));
  await at.work();
  const [{ lastAnswer } = { lastAnswer: null }] = (await listDeliveries(ask(), { webhookId: id })).rows;
  expect(lastAnswer).toBe(`secret ${"x".repeat(193)}`);
});

test("nothing is asked of a disabled webhook, of another organization's, or without permission", async () => {
  await cancelledOrder();
  await at.workUntil(2);
  const deliveryId = (await at.deliveries())[0]?.id;
  const since = "2020-01-01T00:00:00Z";
  const there = await makeOrganization();
  const other = value(
    await createWebhook(ask(), { name: crypto.randomUUID(), url: at.receiver.url, types: ["order.created"] }),
  );
  const asked = (who: typeof here.as.administrator) => [
    () => sendTestEvent(who, { id }),
    () => resendDelivery(who, { id, deliveryId }),
    () => replayEvents(who, { id, since }),
  ];
  for (const attempt of asked(there.as.administrator)) await expect(attempt()).rejects.toThrow(NotFound);
  await expect(resendDelivery(ask(), { id: other.id, deliveryId })).rejects.toThrow(NotFound);
  expect((await listDeliveries(there.as.administrator, { webhookId: id })).rows).toEqual([]);
  for (const who of [here.as.operator, here.as.manager, here.as.customer]) {
    const attempts = [...asked(who), () => listDeliveries(who, { webhookId: id })];
    for (const attempt of attempts) await expect(attempt()).rejects.toThrow(Forbidden);
  }
  value(await disableWebhook(ask(), { id, version: 1 }));
  for (const attempt of asked(ask()))
    expect(await attempt()).toMatchObject({ refusal: { reason: "webhook_disabled" } });
});
