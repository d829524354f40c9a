import { once } from "node:events";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { unscoped } from "../server/db";
import { executeOrder } from "../server/orders/execute";
import { crashPoints } from "../server/testing/crash-points";
import { CuttingProxy } from "../server/testing/cutting-proxy";
import { makeOrganization, type TestOrganization, value } from "../server/testing/factories";
import { makeOrder, storedOrder } from "../server/testing/orders";
import { makeVendorProduct, startCallbackServer, testSecret } from "../server/testing/vendors";
import { startWorker } from "../server/testing/worker";
import { VendorSimulator } from "../server/vendor-simulator/simulator";

/**
 * The real worker is killed (kill -9) on its way through provisioning by the http driver: as it takes the job, before and
 * after the vendor hears of it, before and after the outcome is written. The next worker takes it up. `CRASHES=all`
 * kills at every message there is.
 */

let here: TestOrganization;
let products: string[];
let vendor: VendorSimulator;
let callbacks: Awaited<ReturnType<typeof startCallbackServer>>;
let proxy: CuttingProxy;
beforeAll(async () => {
  here = await makeOrganization();
  vendor = await VendorSimulator.start(testSecret);
  callbacks = await startCallbackServer(here);
  process.env.NEXTAUTH_URL = callbacks.url;
  products = [
    (await makeVendorProduct(here, { endpoint: vendor.url() })).id,
    (await makeVendorProduct(here, { endpoint: vendor.url({ callbackMs: 0, callbacks: 2 }) })).id,
  ];
  proxy = await CuttingProxy.before(process.env.DATABASE_URL ?? "");
});
afterEach(() => unscoped().$executeRaw`DELETE FROM graphile_worker._private_jobs`);
afterAll(async () => {
  await proxy.close();
  await callbacks.stop();
  await vendor.stop();
});

async function startedWorker() {
  const worker = startWorker({ DATABASE_URL: proxy.url });
  await expect.poll(worker.output, { timeout: 60_000 }).toContain("worker_started");
  return worker.child;
}

/** An order of one product that is done at once, and one whose vendor accepts and calls back twice. */
async function makeExecutable(): Promise<string> {
  const items = products.map((productId) => ({ productId, quantity: 1 }));
  return (await makeOrder(here, { items })).code;
}

const states = async (code: string) =>
  (await storedOrder(here.as.operator, code)).subscriptions.map(({ provisioningState }) => provisioningState);

const provisioned = (code: string) =>
  expect.poll(() => states(code), { timeout: 60_000 }).toEqual(products.map(() => "provisioned"));

async function jobsToDo(): Promise<number> {
  const [jobs] = await unscoped().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM graphile_worker.jobs WHERE run_at <= now() AND task_identifier = 'provision'`;
  return jobs?.count ?? 0;
}

/** What a killed worker held runs out at once instead of after its time. */
async function letTimePass(): Promise<void> {
  await unscoped().$executeRaw`
    UPDATE provisioning_tasks SET updated_at = updated_at - interval '1 minute',
      next_attempt_at = CASE WHEN accepted_at IS NULL THEN next_attempt_at - interval '1 minute' ELSE next_attempt_at END`;
  await unscoped().$executeRaw`
    UPDATE graphile_worker._private_jobs SET locked_at = locked_at - interval '1 minute' WHERE locked_at IS NOT NULL`;
}

/** One invoice, one subscription of each item, and each set up by the vendor once. */
async function expectOnce(code: string, at: string) {
  const { invoices, subscriptions } = await storedOrder(here.as.operator, code);
  expect([invoices.length, subscriptions.length], at).toEqual([1, products.length]);
  const set = [...vendor.effects.values()];
  for (const { id } of subscriptions) {
    expect(set.filter(({ subscriptionId }) => subscriptionId === id).length, at).toBe(1);
  }
}

describe("a worker that is killed", () => {
  test("at a message to the database leaves nothing lost and nothing done twice", async () => {
    let worker = await startedWorker();
    const work = async () => {
      const code = await makeExecutable();
      codes.push(code);
      value(await executeOrder(here.as.operator, { code }));
      await provisioned(code);
      await expect.poll(jobsToDo, { timeout: 60_000 }).toBe(0);
    };
    const codes: string[] = [];
    const { messages } = await proxy.during(null, work);
    const points = crashPoints(messages, 6);
    for (const point of points) {
      // How many messages a run takes depends on how often the worker looked for jobs meanwhile.
      let cut = point;
      while (!(await proxy.killing(worker, cut, work))) cut = { ...cut, message: Math.ceil(cut.message / 2) };
      const code = codes.at(-1) ?? "";
      await letTimePass();
      worker = await startedWorker();
      await provisioned(code);
      await expectOnce(code, `killed ${cut.side} message ${cut.message}`);
    }
    for (const code of codes) await expectOnce(code, "in the end");
    process.stdout.write(`  killed a provisioning worker at ${points.length} points of ${messages * 2}\n`);
  }, 1_800_000);

  test.each(["before", "after"] as const)(
    "as the vendor hears of it, %s doing it, has it asked again",
    async (side) => {
      const worker = await startedWorker();
      const code = await makeExecutable();
      vendor.onCall = async (at, question) => {
        if (at !== side || question.type !== "provision") return;
        vendor.onCall = () => {};
        worker.kill("SIGKILL");
        await once(worker, "exit");
      };
      const exit = once(worker, "exit");
      value(await executeOrder(here.as.operator, { code }));
      await exit;
      await letTimePass();
      await startedWorker();
      await provisioned(code);
      await expectOnce(code, `killed ${side} the vendor did it`);
    },
    180_000,
  );
});
