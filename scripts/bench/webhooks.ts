import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import type { Ctx } from "../../lib/server/kernel/ctx";
import { cancelOrder } from "../../lib/server/orders/commands/cancel-order";
import type { TestOrganization } from "../../lib/server/testing/factories/basics";
import { insertOrders } from "../../lib/server/testing/factories/bulk-orders";
import { WebhookReceiver } from "../../lib/server/testing/processes/webhook-receiver";
import { createWebhook } from "../../lib/server/webhooks/commands/create-webhook";
import { startWorker } from "./product";
import { atMost, type Line } from "./report";

const eventsPerSecond = 50;
const eventCount = 500;

/** Measures how long after its commit an event reaches a real receiver, through a worker of its own process. */
export async function benchWebhooks(
  client: pg.Client,
  databaseUrl: string,
  here: TestOrganization,
  ctx: Ctx,
  orders: number,
): Promise<Line[]> {
  const { organizationId, now } = ctx;
  await insertOrders(client, { organizationId, count: eventCount, items: 1, now, days: 1, submitted: true });
  const { rows } = await client.query(
    "SELECT code FROM orders WHERE organization_id = $1 ORDER BY number DESC LIMIT $2",
    [organizationId, eventCount],
  );
  // What was measured before has left provisioning to do, which is not measured here.
  await client.query("DELETE FROM graphile_worker._private_jobs");

  const receiver = new WebhookReceiver();
  await receiver.start();
  const worker = await startWorker(databaseUrl);
  const [committed, delivered] = [new Map<string, number>(), new Map<string, number>()];
  try {
    const made = await createWebhook(here.as.administrator, {
      ...{ name: "Receiver", url: receiver.url, types: ["order.cancelled"] },
    });
    if (!made.ok) throw new Error(JSON.stringify(made.refusal));
    receiver.secrets.push(made.value.secret ?? "");
    const all = new Promise<void>((resolve) => {
      receiver.answer = ({ order }) => {
        if (order) delivered.set(order, performance.now());
        if (delivered.size === eventCount) resolve();
        return 204;
      };
    });

    const start = performance.now();
    await Promise.all(
      rows.map(async ({ code }, index) => {
        await sleep(start + (index * 1000) / eventsPerSecond - performance.now());
        const canceled = await cancelOrder(ctx, { code });
        if (!canceled.ok) throw new Error(JSON.stringify(canceled.refusal));
        committed.set(code, performance.now());
      }),
    );
    await all;
  } finally {
    await worker.stop();
    await receiver.stop();
  }
  const times = [...committed].map(([code, at]) => (delivered.get(code) ?? Number.NaN) - at);
  const middle = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  return [atMost(`Webhook, commit to delivery, ${eventsPerSecond} events a second`, orders, middle, 1000)];
}
