import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemCtx } from "../kernel/ctx";
import { provision } from "../provisioning/commands/provision";
import { makeAccount, makeOrganization, type TestOrganization, value } from "../testing/factories/basics";
import { executionEffects, makeOrder, storedOrder } from "../testing/factories/orders";
import { makeVendorProduct, testSecret } from "../testing/factories/vendors";
import { crashPoints } from "../testing/processes/crash-points";
import { CuttingProxy } from "../testing/processes/cutting-proxy";
import { startProgram } from "../testing/processes/start-program";
import { VendorSimulator } from "../vendor-simulator/simulator";
import { executeOrder } from "./commands/execute-order";

/**
 * Kills a process (kill -9) that executes an order while it decides, asks the vendor, writes or commits; then another
 * process tries again. `CRASHES=all` kills at every message.
 */

let here: TestOrganization;
let accountId: string;
let products: string[];
let vendor: VendorSimulator;
let proxy: CuttingProxy;
beforeAll(async () => {
  here = await makeOrganization();
  accountId = (await makeAccount(here, { creditLimit: "1000000" })).id;
  vendor = await VendorSimulator.start(testSecret);
  products = [
    (await makeVendorProduct(here, { endpoint: vendor.url(), preCheck: true })).id,
    (await makeVendorProduct(here, { endpoint: vendor.url() })).id,
  ];
  proxy = await CuttingProxy.before(process.env.DATABASE_URL ?? "");
});
afterAll(async () => {
  await proxy.close();
  await vendor.stop();
});

/** Lets a process execute a new order while `watched` observes it. */
async function inProcess<Seen>(
  watched: (child: ChildProcess, work: () => Promise<unknown>) => Promise<Seen>,
): Promise<{ code: string; seen: Seen }> {
  const items = products.map((productId) => ({ productId, quantity: 2 }));
  const { code } = await makeOrder(here, { accountId, items });
  const child = await startProgram("execute", { DATABASE_URL: proxy.url });
  const seen = await watched(child, async () => {
    child.send({ organizationId: here.organizationId, code });
    await once(child, "message");
  });
  child.kill("SIGKILL");
  return { code, seen };
}

test("killed anywhere, an order is executed wholly or not at all; tried again, each effect is there once", async () => {
  const { seen: undisturbed } = await inProcess((_, work) => proxy.during(null, work));
  // Each message is cut off on one side or the other.
  const points = crashPoints(undisturbed.messages, undisturbed.messages - 1);
  let committed = 0;
  for (const point of points) {
    let cut = point;
    const run = () => inProcess((child, work) => proxy.killing(child, cut, work));
    let { code, seen: killed } = await run();
    // Processes pack an execution's statements into messages slightly differently.
    while (!killed) {
      cut = { ...cut, message: cut.message - 1 };
      ({ code, seen: killed } = await run());
    }
    const at = `killed ${cut.side} message ${cut.message}`;
    const done = await executionEffects(here.as.operator, code);
    expect([nothing, everything], at).toContainEqual(done);
    if (done.executed === 1) committed++;

    const again = await executeOrder(here.as.operator, { code });
    expect(again.ok, at).toBe(done.executed === 0);
    expect(await executionEffects(here.as.operator, code), at).toEqual(everything);
    expect(await provisionAll(code), at).toEqual(products.map(() => 1));
  }
  expect(committed, "killed after the commit").toBeGreaterThan(0);
  process.stdout.write(
    `  killed an executing process at ${points.length} points of ${undisturbed.messages * 2}, ${committed} after its commit\n`,
  );
});

const nothing = { executed: 0, invoices: 0, lines: 0, subscriptions: 0, tasks: 0, jobs: 0 };
const everything = { executed: 1, invoices: 1, lines: 2, subscriptions: 2, tasks: 2, jobs: 2 };

/** Works off the order's tasks and returns how often the vendor has set up each of its subscriptions. */
async function provisionAll(code: string): Promise<number[]> {
  const { subscriptions } = await storedOrder(here.as.operator, code);
  for (const { id } of subscriptions.flatMap(({ provisioningTasks }) => provisioningTasks)) {
    value(await provision(systemCtx(here.organizationId, new Date()), { taskId: id }));
  }
  const set = [...vendor.effects.values()];
  return subscriptions.map(({ id }) => set.filter(({ subscriptionId }) => subscriptionId === id).length);
}
