import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { maxAttempts } from "@/lib/domain/provisioning";
import { systemCtx } from "../../kernel/ctx";
import { read } from "../../kernel/db";
import { makeOrganization, type TestOrganization, value } from "../../testing/factories/basics";
import { storedOrder } from "../../testing/factories/orders";
import { makeTaskOf, storedTask } from "../../testing/factories/provisioning";
import {
  makeVendorProduct,
  patienceWith,
  startCallbackServer,
  testSecret,
} from "../../testing/factories/vendors";
import { VendorSimulator } from "../../vendor-simulator/simulator";
import { retryProvisioning } from "../commands/by-hand";
import { provision } from "../commands/provision";
import { toldFailure } from "../told";

let here: TestOrganization;
let vendor: VendorSimulator;
let callbacks: Awaited<ReturnType<typeof startCallbackServer>>;
beforeAll(async () => {
  callbacks = await startCallbackServer();
  // The process reads its settings once, when it first needs one.
  process.env.NEXTAUTH_URL = callbacks.url;
  here = await makeOrganization();
});
beforeEach(async () => {
  vendor = await VendorSimulator.start(testSecret);
  return () => vendor.stop();
});
afterAll(() => callbacks.stop());

type Behaviour = Parameters<VendorSimulator["url"]>[0];

async function makeTask(behaviour: Behaviour = {}, input: { callbackMinutes?: number } = {}) {
  const product = await makeVendorProduct(here, {
    endpoint: vendor.url(behaviour),
    timeoutSeconds: patienceWith(behaviour),
    ...input,
  });
  return { ...product, ...(await makeTaskOf(here, product.id)) };
}

const now = () => new Date();
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const attempt = async (taskId: string, time = now()) =>
  value(await provision(systemCtx(here.organizationId, time), { taskId }, { clock: () => time }));

describe("the vendor is asked", () => {
  test("what to set up, signed, with the task's id as the key", async () => {
    const { id, code, vendorName } = await makeTask();
    expect(await attempt(id)).toBe("provisioned");
    expect(await storedTask(here, id)).toMatchObject({ state: "provisioned", error: null });
    expect([...vendor.effects.keys()]).toEqual([id]);
    expect(vendor.asked).toEqual([
      expect.objectContaining({ type: "provision", taskId: id, attempt: 1, quantity: 1, orderCode: code }),
    ]);
    expect(vendorName).not.toBe("");
  });

  test("again, when it failed and that is worth it; the order is never undone", async () => {
    const { id, code } = await makeTask({ failures: 2 });
    expect([await attempt(id), await attempt(id), await attempt(id)]).toEqual([
      "postponed",
      "postponed",
      "provisioned",
    ]);
    expect(vendor.effects.size).toBe(1);
    expect((await storedOrder(here.as.operator, code)).status.description).toBe("Executed");
  });

  test("not again, when it refused for good, until somebody retries", async () => {
    const { id, code } = await makeTask({ refusals: 1 });
    expect(await attempt(id)).toBe("failed");
    expect(await storedTask(here, id)).toMatchObject({
      state: "failed",
      attempts: 1,
      error: { because: "said", words: "The contract does not cover this." },
    });
    const { history } = await storedOrder(here.as.operator, code);
    expect(history.at(-1)).toMatchObject({ kind: "order.provisioning_failed", actorType: "system" });

    value(await retryProvisioning(here.as.operator, { taskId: id }));
    expect(await attempt(id)).toBe("provisioned");
    expect(vendor.effects.size).toBe(1);
  });

  test("again, when it did not answer in time, or its answer was lost after it had done it", async () => {
    for (const behaviour of [{ hangs: 1 }, { lost: 1 }]) {
      const { id, vendorName } = await makeTask(behaviour);
      expect(await attempt(id)).toBe("postponed");
      const words = behaviour.hangs ? "did not answer within 1 second." : "could not be reached.";
      expect(toldFailure((await storedTask(here, id)).error)).toBe(`${vendorName} ${words}`);
      expect(await attempt(id)).toBe("provisioned");
      expect([...vendor.effects.keys()].filter((key) => key === id)).toHaveLength(1);
    }
  });

  test("and refuses a signature with another secret, which is for good", async () => {
    const product = await makeVendorProduct(here, {
      endpoint: vendor.url(),
      secret: "another secret, of 32 letters or more".replaceAll(" ", "-"),
    });
    const { id } = await makeTaskOf(here, product.id);
    expect(await attempt(id)).toBe("failed");
    expect(toldFailure((await storedTask(here, id)).error)).toBe(
      `${product.vendorName} answered with status 401.`,
    );
    expect(vendor.effects.size).toBe(0);
  });

  test("nothing where nobody listens", async () => {
    const product = await makeVendorProduct(here, { endpoint: "http://127.0.0.1:9/" });
    const { id } = await makeTaskOf(here, product.id);
    expect(await attempt(id)).toBe("postponed");
    expect(toldFailure((await storedTask(here, id)).error)).toContain("could not be reached");
  });
});

/** Allows for a callback that arrives before the answer is recorded. */
const acceptedOrFaster = ["accepted", "left"];

describe("what a vendor accepted", () => {
  test("waits for its callback, and a second one changes nothing", async () => {
    const { id, code } = await makeTask({ callbackMs: 50, callbacks: 2 });
    expect(acceptedOrFaster).toContain(await attempt(id));
    await expect.poll(() => vendor.callbackAnswers).toEqual([200, 200]);
    expect(await storedTask(here, id)).toMatchObject({ state: "provisioned", nextAttemptAt: null });
    expect((await storedOrder(here.as.operator, code)).subscriptions[0]?.provisioningState).toBe(
      "provisioned",
    );
  });

  test("that was done before the answer arrived stays done", async () => {
    const { id } = await makeTask({ callbackMs: 0 });
    vendor.onCall = async (side) => {
      if (side === "after") await expect.poll(() => vendor.callbackAnswers).toEqual([200]);
    };
    expect(await attempt(id)).toBe("left");
    expect(await storedTask(here, id)).toMatchObject({ state: "provisioned" });
  });

  test("fails when the callback says so, and Retry asks anew", async () => {
    const { id } = await makeTask({ callbackMs: 0, callbackSays: "failed", callbacks: 2 });
    expect(acceptedOrFaster).toContain(await attempt(id));
    await expect.poll(() => vendor.callbackAnswers).toEqual([200, 200]);
    expect(await storedTask(here, id)).toMatchObject({
      state: "failed",
      error: { because: "said", words: "No technician was free." },
    });
    value(await retryProvisioning(here.as.operator, { taskId: id }));
    expect(acceptedOrFaster).toContain(await attempt(id));
    await expect.poll(() => vendor.callbackAnswers).toHaveLength(4);
  });

  test("is asked for again after the deadline, not before, and given up after the last", async () => {
    const { id, vendorName } = await makeTask({ callbackMs: 0, callbacks: 0 }, { callbackMinutes: 10 });
    expect(await attempt(id)).toBe("accepted");
    const { nextAttemptAt } = await storedTask(here, id);
    expect(nextAttemptAt?.getTime()).toBeGreaterThan(inMinutes(9).getTime());
    const jobs = await read(here.as.operator).$queryRaw<{ run_at: Date }[]>`
      SELECT run_at FROM graphile_worker.jobs WHERE key = ${`provision:${id}`}`;
    expect(jobs.map(({ run_at }) => run_at)).toEqual([nextAttemptAt]);
    expect(await attempt(id, inMinutes(9))).toBe("left");

    for (let time = 2; time <= maxAttempts; time++) {
      expect(await attempt(id, inMinutes(11 * time))).toBe("accepted");
    }
    expect(await attempt(id, inMinutes(100))).toBe("failed");
    expect(toldFailure((await storedTask(here, id)).error)).toBe(
      `${vendorName} accepted the request ${maxAttempts} times and never reported back.`,
    );
    expect(vendor.asked).toHaveLength(maxAttempts);
  });
});
