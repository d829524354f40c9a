import { once } from "node:events";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { unscoped } from "../server/kernel/db";
import { executeOrder } from "../server/orders/commands/execute-order";
import { makeOrganization, type TestOrganization, value } from "../server/testing/factories/basics";
import { makeOrder, storedOrder } from "../server/testing/factories/orders";
import { makeVendorProduct, startCallbackServer, testSecret } from "../server/testing/factories/vendors";
import { type Cut, CuttingProxy, type Kinds } from "../server/testing/processes/cutting-proxy";
import { startWorker } from "../server/testing/processes/worker";
import { VendorSimulator } from "../server/vendor-simulator/simulator";

/**
 * Tests that no work is lost or done twice when the real worker is killed (kill -9) before each statement of provisioning by
 * the http driver and after each commit, and the next worker takes over. `CRASHES=all` kills before and after each statement.
 */

/** Marks the statements with which the worker works on a task. Looking for jobs, connecting and tidying up do not count. */
const stepsOfProvisioning: Kinds = () => {
  let [inTransaction, onTask] = [false, false];
  return (sql) => {
    if (sql === "BEGIN") [inTransaction, onTask] = [true, false];
    onTask ||= inTransaction && sql.includes("provisioning_tasks");
    const commit = sql === "COMMIT" && onTask;
    const step = onTask || sql.includes('delete from "graphile_worker"._private_jobs');
    if (sql === "COMMIT") [inTransaction, onTask] = [false, false];
    return [...(step ? ["step"] : []), ...(commit ? ["commit"] : [])];
  };
};

/**
 * Counts the steps of two tasks: five statements take a task, five conclude it, and one ends its job. One task also adds a job
 * for later.
 */
const [steps, commits] = [2 * 11 + 1, 2 * 2];

function pointsOf(): Cut[] {
  const each = (kind: string, count: number, side: Cut["side"]) =>
    Array.from({ length: count }, (_, i) => ({ message: i + 1, side, kind }));
  const after =
    process.env.CRASHES === "all" ? each("step", steps, "after") : each("commit", commits, "after");
  return [...each("step", steps, "before"), ...after];
}

let here: TestOrganization;
let products: string[];
let vendor: VendorSimulator;
let callbacks: Awaited<ReturnType<typeof startCallbackServer>>;
let proxy: CuttingProxy;
beforeAll(async () => {
  here = await makeOrganization();
  vendor = await VendorSimulator.start(testSecret);
  callbacks = await startCallbackServer();
  process.env.NEXTAUTH_URL = callbacks.url;
  products = [
    (await makeVendorProduct(here, { endpoint: vendor.url() })).id,
    (await makeVendorProduct(here, { endpoint: vendor.url({ callbackMs: 0, callbacks: 2 }) })).id,
  ];
  proxy = await CuttingProxy.before(process.env.DATABASE_URL ?? "", stepsOfProvisioning);
});
afterEach(() => unscoped().$executeRaw`DELETE FROM graphile_worker._private_jobs`);
afterAll(async () => {
  await proxy.close();
  await callbacks.stop();
  await vendor.stop();
});

async function startedWorker() {
  const worker = startWorker({ DATABASE_URL: proxy.url });
  await expect.poll(worker.output).toContain("worker_started");
  return worker.child;
}

/** Makes an order of one product that is done at once, and one whose vendor accepts and calls back twice. */
async function makeExecutable(): Promise<string> {
  const items = products.map((productId) => ({ productId, quantity: 1 }));
  return (await makeOrder(here, { items })).code;
}

const states = async (code: string) => {
  const { organizationId } = here;
  const of = { organizationId, order: { code } };
  const rows = await unscoped().subscription.findMany({ where: of, select: { provisioningState: true } });
  return rows.map(({ provisioningState }) => provisioningState);
};

const provisioned = (code: string) =>
  expect.poll(() => states(code)).toEqual(products.map(() => "provisioned"));

/**
 * Counts the jobs that are still to be done. A job that a dead worker held when it was added anew was replaced by the new one.
 */
async function jobsToDo(): Promise<number> {
  const [jobs] = await unscoped().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM graphile_worker.jobs 
    WHERE run_at <= now() AND attempts < max_attempts AND task_identifier = 'provision'`;
  return jobs?.count ?? 0;
}

/** Lets what a killed worker held expire at once instead of after its time. */
async function letTimePass(): Promise<void> {
  await unscoped().$executeRaw`
    UPDATE provisioning_tasks SET updated_at = updated_at - interval '1 hour',
      next_attempt_at = CASE WHEN accepted_at IS NULL THEN next_attempt_at - interval '1 hour' ELSE next_attempt_at END`;
  await unscoped().$executeRaw`
    UPDATE graphile_worker._private_jobs SET locked_at = locked_at - interval '1 hour' WHERE locked_at IS NOT NULL`;
}

/** Checks that the order has one invoice and one subscription per item, and that the vendor set up each once. */
async function expectOnce(code: string, at: string) {
  const { invoices, subscriptions } = await storedOrder(here.as.operator, code);
  expect([invoices.length, subscriptions.length], at).toEqual([1, products.length]);
  const set = [...vendor.effects.values()];
  for (const { id } of subscriptions) {
    expect(set.filter(({ subscriptionId }) => subscriptionId === id).length, at).toBe(1);
  }
}

describe("a worker that is killed", () => {
  test("at any step leaves nothing lost and nothing done twice", async () => {
    let worker = await startedWorker();
    const codes: string[] = [];
    /** Kills the worker as it works on an order that was made before, and answers whether it was killed before it was done. */
    const killedAt = async (cut: Cut) => {
      const code = await makeExecutable();
      codes.push(code);
      return proxy.killing(worker, cut, async () => {
        value(await executeOrder(here.as.operator, { code }));
        await provisioned(code);
        await expect.poll(jobsToDo).toBe(0);
      });
    };
    const points = pointsOf();
    for (const point of points) {
      let cut = point;
      // The worker has fewer steps if the vendor reports back before its acceptance is recorded.
      while (!(await killedAt(cut))) cut = { ...cut, message: cut.message - 1 };
      const at = `killed ${cut.side} ${cut.kind} ${cut.message}`;
      const code = codes.at(-1) ?? "";
      await letTimePass();
      worker = await startedWorker();
      await provisioned(code);
      await expectOnce(code, at);
    }
    for (const code of codes) await expectOnce(code, "in the end");
    process.stdout.write(`  killed a provisioning worker at ${points.length} points\n`);
  });

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
  );
});
