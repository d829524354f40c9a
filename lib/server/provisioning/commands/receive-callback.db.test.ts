import { beforeAll, describe, expect, test } from "vitest";
import { maxAttempts } from "@/lib/domain/provisioning";
import { type Ctx, systemCtx } from "../../kernel/ctx";
import { read } from "../../kernel/db";
import { Forbidden } from "../../kernel/errors";
import { reverseExecution } from "../../orders/commands/reverse-execution";
import { signatureHeader, signed, timestampHeader } from "../../outside/signature";
import { makeOrganization, type TestOrganization, value } from "../../testing/factories/basics";
import { storedOrder } from "../../testing/factories/orders";
import { makeTask, makeTaskOf, storedTask } from "../../testing/factories/provisioning";
import { makeVendorProduct, testSecret } from "../../testing/factories/vendors";
import type { Driver, ProvisioningOutcome } from "../drivers/driver";
import { retryProvisioning } from "./by-hand";
import { provision } from "./provision";
import { receiveCallback } from "./receive-callback";

let here: TestOrganization;
let there: TestOrganization;
beforeAll(async () => {
  [here, there] = [await makeOrganization(), await makeOrganization()];
});

const now = new Date("2026-03-01T10:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const system = (organization = here, time = now) => systemCtx(organization.organizationId, time);
const done = { status: "done" };
const failed = (retry: boolean) => ({ status: "failed", reason: "No port is free", retry });

/** Creates a task whose vendor has given this answer. */
async function makeAskedTask(outcome: ProvisioningOutcome = { result: "accepted", callbackMinutes: 60 }) {
  const product = await makeVendorProduct(here, { endpoint: "http://127.0.0.1:9/" });
  const task = await makeTaskOf(here, product.id);
  const http = { timeLimitMs: () => 15_000, provision: async () => outcome };
  value(await provision(system(), { taskId: task.id }, { drivers: { http }, clock: () => now }));
  return task;
}

/** Lets the vendor be asked again and accept again. */
async function askAgain(taskId: string, at: Date): Promise<void> {
  const outcome = { result: "accepted", callbackMinutes: 60 } as const;
  const http = { timeLimitMs: () => 15_000, provision: async () => outcome };
  value(await provision(system(here, at), { taskId }, { drivers: { http }, clock: () => at }));
}

function signedMessage(content: object, { secret = testSecret, at = now } = {}) {
  const body = JSON.stringify(content);
  const headers = signed(secret, body, at);
  return { body, timestamp: headers[timestampHeader] ?? "", signature: headers[signatureHeader] ?? "" };
}

const tell = (taskId: string, result: object, { attempt = 1, ctx = system() as Ctx } = {}) =>
  receiveCallback(ctx, signedMessage({ taskId, attempt, result }));

test("done concludes the task, once however often it is told", async () => {
  const { id } = await makeAskedTask();
  for (let time = 0; time < 3; time++) expect(value(await tell(id, done))).toEqual({ state: "provisioned" });
  expect(value(await tell(id, failed(false)))).toEqual({ state: "provisioned" });
  expect(await storedTask(here, id)).toMatchObject({
    state: "provisioned",
    subscription: { provisioningState: "provisioned" },
  });
});

test("done and failed at once leave task and subscription agreed", async () => {
  const { id, code } = await makeAskedTask();
  await Promise.all([tell(id, done), tell(id, failed(false)), tell(id, done), tell(id, failed(true))]);
  const { state, subscription } = await storedTask(here, id);
  expect(state).toBe("provisioned");
  expect(subscription.provisioningState).toBe("provisioned");
  const { history } = await storedOrder(here.as.operator, code);
  expect(history.filter(({ kind }) => kind === "order.provisioning_failed").length).toBeLessThanOrEqual(1);
});

test("words that no database keeps are kept as far as they can be", async () => {
  const { id } = await makeAskedTask();
  const reason = `No\u0000 port\r\nis \ud83d free${"🙂".repeat(200)}`;
  expect(value(await tell(id, { status: "failed", reason, retry: false }))).toEqual({ state: "failed" });
  expect((await storedTask(here, id)).error).toMatchObject({
    words: expect.stringMatching(/^No port is free🙂/),
  });
});

test("failed for good fails, failed for now is tried again", async () => {
  const forGood = await makeAskedTask();
  expect(value(await tell(forGood.id, failed(false)))).toEqual({ state: "failed" });
  expect(await storedTask(here, forGood.id)).toMatchObject({
    error: { because: "said", words: "No port is free" },
  });
  const forNow = await makeAskedTask();
  expect(value(await tell(forNow.id, failed(true)))).toEqual({ state: "pending" });
  expect((await storedTask(here, forNow.id)).nextAttemptAt?.getTime()).toBeGreaterThan(now.getTime());
});

test("a failure of an earlier attempt is no news, success of any is", async () => {
  const { id } = await makeAskedTask();
  expect(value(await tell(id, failed(false), { attempt: 2 }))).toEqual({ state: "in_progress" });
  expect(value(await tell(id, done, { attempt: 7 }))).toEqual({ state: "provisioned" });
});

test("a failure of an attempt before Retry, told again, does not fail the attempt after it", async () => {
  const { id } = await makeAskedTask();
  expect(value(await tell(id, failed(false)))).toEqual({ state: "failed" });
  value(await retryProvisioning(here.as.operator, { taskId: id }));
  await askAgain(id, later(60));
  expect(value(await tell(id, failed(false)))).toEqual({ state: "in_progress" });
  expect(value(await tell(id, failed(false), { attempt: 2 }))).toEqual({ state: "failed" });
});

test("Retry gives all tries anew, whatever was tried before", async () => {
  const { id } = await makeAskedTask();
  for (let time = 1; time <= maxAttempts; time++) await askAgain(id, later(time * 4000));
  expect(await storedTask(here, id)).toMatchObject({ state: "failed", attempts: maxAttempts });
  value(await retryProvisioning(here.as.operator, { taskId: id }));
  await askAgain(id, later(30_000));
  const next = { attempt: maxAttempts + 1 };
  expect(value(await tell(id, failed(true), next))).toEqual({ state: "pending" });
  expect(await storedTask(here, id)).toMatchObject({
    attempts: maxAttempts + 1,
    earlierAttempts: maxAttempts,
  });
});

test("done mends what had been given up", async () => {
  const { id } = await makeAskedTask({
    result: "failed",
    failure: { because: "said", words: "Too late" },
    permanent: true,
  });
  expect(await storedTask(here, id)).toMatchObject({ state: "failed" });
  expect(value(await tell(id, done))).toEqual({ state: "provisioned" });
});

test("once set up, what was reversed meanwhile is taken down without waiting for the deadline", async () => {
  const { id, code } = await makeAskedTask();
  value(await reverseExecution(here.as.administrator, { code, comment: "Ordered twice" }));
  const { subscriptions } = await storedOrder(here.as.operator, code);
  const tasks = subscriptions.flatMap(({ provisioningTasks }) => provisioningTasks);
  const down = tasks.find(({ action }) => action === "deprovision")?.id ?? "";
  expect(value(await provision(system(), { taskId: down }))).toBe("left");
  const runAt = async () => {
    const [job] = await read(here.as.operator).$queryRaw<{ run_at: Date }[]>`
      SELECT run_at FROM graphile_worker.jobs WHERE key = ${`provision:${down}`}`;
    return job?.run_at.getTime() ?? 0;
  };
  expect(await runAt()).toBe(later(3600).getTime());
  await tell(id, done);
  expect(await runAt()).not.toBe(later(3600).getTime());
});

test("what is reported set up after it was taken down is taken down anew, under a key of its own", async () => {
  const { id, code } = await makeAskedTask();
  value(await reverseExecution(here.as.administrator, { code, comment: "Ordered twice" }));
  const down = await read(here.as.operator).provisioningTask.findFirstOrThrow({
    where: { orderItem: { order: { code } }, action: "deprovision" },
  });
  const keys: string[] = [];
  const http: Driver = {
    timeLimitMs: () => 15_000,
    provision: async ({ idempotencyKey, taskId }) => {
      expect(taskId).toBe(down.id);
      keys.push(idempotencyKey);
      return { result: "done" };
    },
  };
  const takeDown = (at: Date) => provision(system(here, at), { taskId: down.id }, { drivers: { http } });
  expect(value(await takeDown(later(3601)))).toBe("provisioned");
  expect(value(await takeDown(later(3602)))).toBe("left");

  for (let time = 0; time < 2; time++) expect(value(await tell(id, done))).toEqual({ state: "provisioned" });
  expect(await storedTask(here, down.id)).toMatchObject({ state: "pending", error: null });
  // A repeated report about the old take-down does not count for the new one.
  expect(value(await tell(down.id, done))).toEqual({ state: "pending" });
  expect(value(await takeDown(later(3603)))).toBe("provisioned");
  expect(keys).toEqual([down.id, `${down.id}-2`]);
  const { history } = await storedOrder(here.as.operator, code);
  expect(history.filter(({ kind }) => kind === "order.provisioning_retried")).toMatchObject([
    { actorType: "system", comment: null, after: { setUpAfterAll: true } },
  ]);
});

test.each(["while it is asked to take it down", "after it accepted to take it down"])(
  "what is reported set up %s is taken down anew, too",
  async (moment) => {
    const { id, code } = await makeAskedTask();
    value(await reverseExecution(here.as.administrator, { code, comment: "Ordered twice" }));
    const down = await read(here.as.operator).provisioningTask.findFirstOrThrow({
      where: { orderItem: { order: { code } }, action: "deprovision" },
    });
    const keys: string[] = [];
    const http: Driver = {
      timeLimitMs: () => 15_000,
      provision: async ({ idempotencyKey }) => {
        keys.push(idempotencyKey);
        if (keys.length > 1) return { result: "done" };
        if (moment.startsWith("while")) await tell(id, done);
        return { result: "accepted", callbackMinutes: 60 };
      },
    };
    const takeDown = async (at: Date) =>
      value(await provision(system(here, at), { taskId: down.id }, { drivers: { http }, clock: () => at }));
    await takeDown(later(3601));
    await tell(id, done);
    expect(await storedTask(here, down.id)).toMatchObject({ state: "pending", error: null });
    // A report about the old take-down does not end the new one.
    expect(value(await tell(down.id, done, { attempt: 1 }))).toEqual({ state: "pending" });
    expect(value(await tell(down.id, failed(false), { attempt: 1 }))).toEqual({ state: "pending" });
    expect(await takeDown(later(3602))).toBe("provisioned");
    expect(keys).toEqual([down.id, `${down.id}-2`]);
  },
);

describe("is refused", () => {
  test.each([
    ["with another secret", { secret: "another secret that is long enough" }],
    ["from six minutes ago", { at: later(-360) }],
    ["from the future", { at: later(360) }],
  ])("%s", async (_, by) => {
    const { id } = await makeAskedTask();
    const message = signedMessage({ taskId: id, attempt: 1, result: done }, by);
    expect(await receiveCallback(system(), message)).toEqual({
      ok: false,
      refusal: { reason: "not_signed" },
    });
    expect(await storedTask(here, id)).toMatchObject({ state: "in_progress" });
  });

  test("without a signature, in another organization, and of a task without a vendor, all the same way", async () => {
    const { id } = await makeAskedTask();
    const simulated = await makeTask(here);
    const unsigned = { ...signedMessage({ taskId: id, attempt: 1, result: done }), signature: null };
    for (const answer of [
      await receiveCallback(system(), unsigned),
      await tell(id, done, { ctx: system(there) }),
      await tell(simulated.id, done),
      await tell(crypto.randomUUID(), done),
    ]) {
      expect(answer).toEqual({ ok: false, refusal: { reason: "not_signed" } });
    }
  });

  test.each([["{"], ["[]"], ['{"taskId":7}'], [""]])("that cannot be understood: %s", async (body) => {
    const headers = { timestamp: "0", signature: "" };
    expect(await receiveCallback(system(), { body, ...headers })).toEqual({
      ok: false,
      refusal: { reason: "not_understood" },
    });
  });

  test("by who may not", async () => {
    await expect(tell(crypto.randomUUID(), done, { ctx: here.as.manager })).rejects.toThrow(Forbidden);
  });
});
