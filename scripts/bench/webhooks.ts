import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import type { Ctx } from "../../lib/server/kernel/ctx";
import { cancelOrder } from "../../lib/server/orders/commands/cancel-order";
import type { TestOrganization } from "../../lib/server/testing/factories/basics";
import { WebhookReceiver } from "../../lib/server/testing/processes/webhook-receiver";
import { createWebhook } from "../../lib/server/webhooks/commands/create-webhook";
import { middleOf } from "./measure";
import { startWorker } from "./product";
import { atMost, type Line } from "./report";
import { submittedOrders } from "./submitted-orders";

const eventsPerSecond = 50;
const eventCount = 500;

/**
 * Measures how long after its commit an event reaches a real receiver, through a worker of its own process. Run it before the
 * executions, whose provisioning the worker would do as well.
 */
export async function benchWebhooks(
  client: pg.Client,
  databaseUrl: string,
  here: TestOrganization,
  ctx: Ctx,
  orders: number,
): Promise<Line[]> {
  const todo = await submittedOrders(client, ctx, eventCount, 1);
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
      todo.map(async ({ code }, index) => {
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
  return [
    atMost(`Webhook, commit to delivery, ${eventsPerSecond} events a second`, orders, middleOf(times), 1000),
  ];
}
