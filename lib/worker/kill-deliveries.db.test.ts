import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { unscoped } from "../server/kernel/db";
import { cancelOrder } from "../server/orders/commands/cancel-order";
import {
  makeAccount,
  makeOrganization,
  type TestOrganization,
  value,
} from "../server/testing/factories/basics";
import { makeOrder } from "../server/testing/factories/orders";
import { CuttingProxy, type Kinds } from "../server/testing/processes/cutting-proxy";
import { startWorker } from "../server/testing/processes/worker";
import { WebhookAtWork } from "../server/testing/webhook-at-work";

/**
 * Tests that no event is lost, and that those of an order are told in their order, when the real worker is killed (kill -9)
 * before every fourth statement with which it makes and delivers deliveries, and after each commit. `CRASHES=all` kills it before
 * each statement.
 */

/** Marks the statements with which the worker works on webhooks. Looking for jobs, connecting and tidying up do not count. */
const stepsOfDelivery: Kinds = () => {
  let [inTransaction, onWebhook] = [false, false];
  return (sql) => {
    if (sql === "BEGIN") [inTransaction, onWebhook] = [true, false];
    onWebhook ||= inTransaction && sql.includes("webhook");
    const commit = sql === "COMMIT" && onWebhook;
    const step = onWebhook || sql.includes('delete from "graphile_worker"._private_jobs');
    if (sql === "COMMIT") [inTransaction, onWebhook] = [false, false];
    return [...(step ? ["step"] : []), ...(commit ? ["commit"] : [])];
  };
};

let here: TestOrganization;
let accountId: string;
let at: WebhookAtWork;
let proxy: CuttingProxy;
beforeAll(async () => {
  here = await makeOrganization();
  accountId = (await makeAccount(here)).id;
  proxy = await CuttingProxy.before(process.env.DATABASE_URL ?? "", stepsOfDelivery);
});
beforeEach(async () => {
  at = await WebhookAtWork.begin(here, ["order.created", "order.cancelled"]);
});
afterEach(() => at.end());
afterAll(() => proxy.close());

async function startedWorker() {
  const worker = startWorker({ DATABASE_URL: proxy.url });
  await expect.poll(worker.output).toContain("worker_started");
  return worker.child;
}

/** Counts the jobs of webhooks that are still to be done. */
async function jobsToDo(): Promise<number> {
  const [jobs] = await unscoped().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM graphile_worker.jobs
    WHERE run_at <= now() AND attempts < max_attempts AND task_identifier IN ('make_deliveries', 'deliver_webhook')`;
  return jobs?.count ?? 0;
}

/** Lets what a killed worker held expire at once instead of after its time. */
async function letTimePass(): Promise<void> {
  await unscoped().$executeRaw`
    UPDATE webhook_deliveries SET next_attempt_at = next_attempt_at - interval '1 hour' WHERE next_attempt_at IS NOT NULL`;
  await unscoped().$executeRaw`
    UPDATE graphile_worker._private_jobs SET locked_at = locked_at - interval '1 hour' WHERE locked_at IS NOT NULL`;
}

const ended = (code: string) =>
  expect
    .poll(async () => {
      const deliveries = await unscoped().webhookDelivery.findMany({
        where: { organizationId: here.organizationId, order: { code } },
        orderBy: { sequence: "asc" },
        select: { state: true, event: { select: { kind: true } } },
      });
      return deliveries.map(({ state, event }) => [event.kind, state]);
    })
    .toEqual([
      ["order.created", "delivered"],
      ["order.cancelled", "delivered"],
    ]);

/** Checks that the receiver was told both events, the second never before the first, and repeated ones under their ids. */
function expectInOrder(code: string, when: string) {
  const told = at.receiver.told.filter(({ order }) => order === code);
  const types = told.map(({ type }) => type);
  expect([...new Set(types)], when).toEqual(["order.created", "order.cancelled"]);
  expect(types.lastIndexOf("order.created"), when).toBeLessThan(types.indexOf("order.cancelled"));
  expect(new Set(told.map(({ id }) => id)).size, when).toBe(2);
}

const every = process.env.CRASHES === "all" ? 1 : 4;

test.each([
  ["before", "step", every],
  ["after", "commit", 1],
] as const)("killed %s a %s, the worker loses no event and keeps their order", async (side, kind, stride) => {
  let worker = await startedWorker();
  let points = 0;
  for (let killed = true; killed; points++) {
    let code = "";
    const message = points * stride + 1;
    killed = await proxy.killing(worker, { message, side, kind }, async () => {
      code = (await makeOrder(here, { accountId })).code;
      value(await cancelOrder(here.as.operator, { code }));
      await ended(code);
      await expect.poll(jobsToDo).toBe(0);
    });
    if (killed) {
      await letTimePass();
      worker = await startedWorker();
    }
    await ended(code);
    expectInOrder(code, `killed ${side} ${kind} ${message}`);
  }
  expect(points).toBeGreaterThan(4);
  process.stdout.write(`  killed a delivering worker ${side} ${points - 1} ${kind}s\n`);
});
