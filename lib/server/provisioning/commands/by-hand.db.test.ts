import { beforeAll, describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { read, unscoped } from "../../kernel/db";
import { Forbidden, NotFound } from "../../kernel/errors";
import { executeOrder } from "../../orders/commands/execute-order";
import { makeOrganization, type TestOrganization, value } from "../../testing/factories/basics";
import { makeOrder, storedOrder } from "../../testing/factories/orders";
import { makeTask, storedTask } from "../../testing/factories/provisioning";
import { said } from "../said";
import { completeProvisioning, failProvisioning, retryProvisioning } from "./by-hand";
import { provision } from "./provision";

let here: TestOrganization;
let there: TestOrganization;
beforeAll(async () => {
  [here, there] = [await makeOrganization(), await makeOrganization()];
});

const manual = { provisioningDriver: "manual" } as const;
const makeManualTask = () => makeTask(here, manual);
const reason = "The router never arrived";

test("marking it provisioned tells the subscription and the order's history who did it", async () => {
  const { id, code } = await makeManualTask();
  expect(value(await completeProvisioning(here.as.operator, { taskId: id }))).toEqual({
    state: "provisioned",
  });
  expect(await storedTask(here, id)).toMatchObject({
    state: "provisioned",
    subscription: { provisioningState: "provisioned" },
  });
  const { history } = await storedOrder(here.as.operator, code);
  expect(history.at(-1)).toMatchObject({
    kind: "order.provisioned",
    actorName: here.as.operator.actor.name,
    before: { provisioning: "pending" },
    after: { provisioning: "provisioned" },
  });
});

test("marking it failed shows the reason until it is retried", async () => {
  const { id, code } = await makeManualTask();
  value(await failProvisioning(here.as.operator, { taskId: id, reason: `  ${reason} ` }));
  expect(await storedTask(here, id)).toMatchObject({
    state: "failed",
    error: said(reason),
    subscription: { provisioningState: "failed", provisioningError: said(reason) },
  });
  value(await retryProvisioning(here.as.operator, { taskId: id }));
  expect(await storedTask(here, id)).toMatchObject({
    state: "pending",
    error: null,
    subscription: { provisioningState: "pending", provisioningError: null },
  });
  const { history } = await storedOrder(here.as.operator, code);
  expect(history.slice(-2).map(({ kind, comment }) => [kind, comment])).toEqual([
    ["order.provisioning_failed", reason],
    ["order.provisioning_retried", null],
  ]);
});

test("retrying a vendor begins anew with all its attempts", async () => {
  const { id } = await makeTask(here, { driverSettings: { delayMs: 0, failures: 5 } });
  const worker = {
    ...here.as.administrator,
    actor: { ...here.as.administrator.actor, type: "system" as const },
  };
  for (let attempt = 1; attempt <= 5; attempt++) await provision(worker, { taskId: id });
  expect(await storedTask(here, id)).toMatchObject({ state: "failed", attempts: 5 });
  await unscoped().$executeRaw`DELETE FROM graphile_worker._private_jobs WHERE key = ${`provision:${id}`}`;

  value(await retryProvisioning(here.as.operator, { taskId: id }));
  expect(await storedTask(here, id)).toMatchObject({ state: "pending", attempts: 5, earlierAttempts: 5 });
  const jobs = await unscoped().$queryRaw`
    SELECT id FROM graphile_worker.jobs WHERE key = ${`provision:${id}`}`;
  expect(jobs).toHaveLength(1);
});

/** Creates a task and a second one of the same subscription, which a quantity change has queued. */
async function makeTwoTasks() {
  const { id, code } = await makeManualTask();
  const order = await storedOrder(here.as.operator, code);
  const [item] = order.items;
  const change = await makeOrder(here, {
    accountId: order.accountId,
    items: [
      {
        productId: item?.productId ?? "",
        quantity: 2,
        itemType: "quantity_change",
        subscriptionId: order.subscriptions[0]?.id,
      },
    ],
  });
  const execute = async () => {
    const tomorrow = { ...here.as.operator, now: new Date(Date.now() + 86_400_000) };
    value(await executeOrder(tomorrow, { code: change.code }));
    const { id } = await read(here.as.operator).provisioningTask.findFirstOrThrow({
      where: { orderItem: { orderId: change.id } },
    });
    return id;
  };
  return { id, execute };
}

const complete = async (taskId: string) => value(await completeProvisioning(here.as.operator, { taskId }));
const fail = async (taskId: string) => value(await failProvisioning(here.as.operator, { taskId, reason }));

describe("a subscription of several tasks", () => {
  test("shows a failure until it is mended, whatever succeeds later", async () => {
    const { id, execute } = await makeTwoTasks();
    await fail(id);
    const change = await execute();
    const failed = { provisioningState: "failed", provisioningError: said(reason) };
    expect((await storedTask(here, id)).subscription).toMatchObject(failed);
    await complete(change);
    expect((await storedTask(here, id)).subscription).toMatchObject(failed);
    await complete(id);
    expect((await storedTask(here, id)).subscription).toMatchObject({
      provisioningState: "provisioned",
      provisioningError: null,
    });
  });

  test("waits again when a quantity change is queued", async () => {
    const { id, execute } = await makeTwoTasks();
    await complete(id);
    await execute();
    expect((await storedTask(here, id)).subscription).toMatchObject({ provisioningState: "pending" });
  });

  test("shows both when two of them end at once", async () => {
    for (let run = 0; run < 5; run++) {
      const { id, execute } = await makeTwoTasks();
      const change = await execute();
      await Promise.all([complete(id), complete(change)]);
      expect((await storedTask(here, id)).subscription).toMatchObject({ provisioningState: "provisioned" });
    }
  });
});

describe("two at once", () => {
  test("one completes, the other is told", async () => {
    const { id, code } = await makeManualTask();
    const answers = await Promise.all(
      [1, 2].map(() => completeProvisioning(here.as.operator, { taskId: id })),
    );
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      refusal: { reason: "wrong_state", state: "provisioned" },
    });
    const { history } = await storedOrder(here.as.operator, code);
    expect(history.filter(({ kind }) => kind === "order.provisioned")).toHaveLength(1);
  });

  test("completing and failing leave task and subscription agreed", async () => {
    const { id } = await makeManualTask();
    await Promise.all([
      completeProvisioning(here.as.operator, { taskId: id }),
      failProvisioning(here.as.operator, { taskId: id, reason }),
    ]);
    const { state, subscription } = await storedTask(here, id);
    expect(state).toBe("provisioned");
    expect(subscription.provisioningState).toBe(state);
  });
});

describe("refuses", () => {
  test("to complete or fail what a vendor does", async () => {
    const { id } = await makeTask(here);
    for (const answer of [
      await completeProvisioning(here.as.operator, { taskId: id }),
      await failProvisioning(here.as.operator, { taskId: id, reason }),
    ]) {
      expect(answer).toMatchObject({ ok: false, refusal: { reason: "not_manual" } });
    }
  });

  test("to retry what has not failed", async () => {
    const { id } = await makeManualTask();
    const answer = await retryProvisioning(here.as.operator, { taskId: id });
    expect(answer).toMatchObject({ ok: false, refusal: { reason: "wrong_state", state: "pending" } });
  });

  test.each([
    ["complete", completeProvisioning],
    ["fail", failProvisioning],
    ["retry", retryProvisioning],
  ])("to %s without the permission or in another organization", async (_, command) => {
    const { id } = await makeManualTask();
    const input = command === failProvisioning ? { taskId: id, reason } : { taskId: id };
    for (const role of ["manager", "customer", "reseller"] as const) {
      await expect(command(here.as[role], input)).rejects.toThrow(Forbidden);
    }
    await expect(command(there.as.operator, input)).rejects.toThrow(NotFound);
    expect(await storedTask(here, id)).toMatchObject({ state: "pending" });
  });

  test.each([
    ["no reason", ""],
    ["spaces", "  \t "],
    ["too long", "x".repeat(501)],
    ["a number", 7],
    ["a control character", "a\u0000b"],
  ])("%s as the reason", async (_, typed) => {
    const { id } = await makeManualTask();
    const attempt = failProvisioning(here.as.operator, { taskId: id, reason: typed });
    await expect(attempt).rejects.toThrow(ZodError);
  });
});
