import { beforeAll, describe, expect, test } from "vitest";
import { maxAttempts } from "@/lib/domain/provisioning";
import { systemCtx } from "../../kernel/ctx";
import { read, unscoped } from "../../kernel/db";
import { Forbidden, NotFound } from "../../kernel/errors";
import { makeOrganization, type TestOrganization, value } from "../../testing/factories/basics";
import { at } from "../../testing/factories/contexts";
import { storedOrder } from "../../testing/factories/orders";
import { makeTask, storedTask } from "../../testing/factories/provisioning";
import type { Driver } from "../drivers/driver";
import { requeueStalledTasks } from "../requeue";
import { provision } from "./provision";

let here: TestOrganization;
let there: TestOrganization;
beforeAll(async () => {
  [here, there] = [await makeOrganization(), await makeOrganization()];
});

const now = new Date("2026-03-01T10:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);
const worker = (time = now) => systemCtx(here.organizationId, time);
const failing = (failures: number) => ({ driverSettings: { delayMs: 0, failures } });

/** Creates a vendor that gives this answer and remembers what it was asked. */
function vendor(answer: (attempt: number) => Promise<void> | void) {
  const keys: string[] = [];
  const simulated: Driver = {
    timeLimitMs: () => 15_000,
    async provision({ idempotencyKey, attempt }) {
      keys.push(idempotencyKey);
      await answer(attempt);
      return { result: "done" };
    },
  };
  return { keys, drivers: { simulated } };
}

const jobsOf = (taskId: string) =>
  unscoped().$queryRaw<{ run_at: Date; locked_at: Date | null }[]>`
    SELECT run_at, locked_at FROM graphile_worker.jobs WHERE key = ${`provision:${taskId}`}`;

describe("one attempt", () => {
  test("that succeeds leaves task and subscription provisioned", async () => {
    const { id, code } = await makeTask(here);
    expect(await jobsOf(id)).toHaveLength(1);
    expect(value(await provision(worker(), { taskId: id }))).toBe("provisioned");
    expect(await storedTask(here, id)).toMatchObject({
      state: "provisioned",
      attempts: 1,
      error: null,
      nextAttemptAt: null,
      subscription: { provisioningState: "provisioned", provisioningError: null },
    });
    const { history } = await storedOrder(here.as.operator, code);
    expect(history.at(-1)).toMatchObject({
      kind: "order.provisioned",
      after: { attempts: 1, action: "provision" },
    });
  });

  test("that fails waits with its reason, and a job comes back for it", async () => {
    const { id } = await makeTask(here, failing(1));
    const environment = { clock: () => later(1_000), random: () => 1 };
    expect(value(await provision(worker(), { taskId: id }, environment))).toBe("postponed");
    const task = await storedTask(here, id);
    expect(task).toMatchObject({
      state: "pending",
      attempts: 1,
      nextAttemptAt: later(3_000),
      subscription: { provisioningState: "pending", provisioningError: task.error },
    });
    expect(task.error).toEqual({ because: "simulated", attempt: 1 });
    expect((await jobsOf(id)).map(({ run_at }) => run_at)).toEqual([later(3_000)]);
    expect(value(await provision(worker(later(3_000)), { taskId: id }))).toBe("provisioned");
  });

  test("is never made of a manual task", async () => {
    const { id } = await makeTask(here, { provisioningDriver: "manual" });
    expect(await jobsOf(id)).toEqual([]);
    expect(value(await provision(worker(), { taskId: id }))).toBe("left");
    expect(await storedTask(here, id)).toMatchObject({ state: "pending", attempts: 0 });
  });

  test("is not made again of what is provisioned", async () => {
    const { id } = await makeTask(here);
    const { keys, drivers } = vendor(() => {});
    await provision(worker(), { taskId: id }, { drivers });
    expect(value(await provision(worker(), { taskId: id }, { drivers }))).toBe("left");
    expect(keys).toEqual([id]);
  });
});

test("the last attempt leaves it Failed with the reason, also in the order's history", async () => {
  const { id, code } = await makeTask(here, failing(99));
  const outcomes = [];
  for (let attempt = 1; attempt <= maxAttempts; attempt++) {
    outcomes.push(value(await provision(worker(later(attempt * 1e6)), { taskId: id })));
  }
  expect(outcomes).toEqual([...Array(maxAttempts - 1).fill("postponed"), "failed"]);
  const task = await storedTask(here, id);
  expect(task).toMatchObject({ state: "failed", attempts: maxAttempts, nextAttemptAt: null });
  expect(task.subscription).toMatchObject({ provisioningState: "failed", provisioningError: task.error });
  const { history } = await storedOrder(here.as.operator, code);
  expect(history.at(-1)).toMatchObject({
    kind: "order.provisioning_failed",
    actorType: "system",
    statusLabel: "Executed",
    after: { why: task.error },
  });
  expect(value(await provision(worker(later(1e8)), { taskId: id }))).toBe("left");
});

describe("two at once", () => {
  test("ask the vendor once", async () => {
    const { id } = await makeTask(here);
    const { keys, drivers } = vendor(() => {});
    const runs = await Promise.all([1, 2, 3, 4].map(() => provision(worker(), { taskId: id }, { drivers })));
    expect(runs.map(value).sort()).toEqual(["left", "left", "left", "provisioned"]);
    expect(keys).toEqual([id]);
  });

  test("the answer of a worker that was too slow does not undo what came after", async () => {
    const { id } = await makeTask(here);
    let release = () => {};
    const slow = vendor((attempt) =>
      attempt === 1 ? new Promise<void>((done) => (release = done)) : undefined,
    );
    const first = provision(worker(), { taskId: id }, slow);
    await expect.poll(() => slow.keys.length).toBe(1);

    const second = provision(worker(later(20_000)), { taskId: id }, slow);
    expect(value(await second)).toBe("provisioned");
    release();
    expect(value(await first)).toBe("left");
    expect(slow.keys).toEqual([id, id]);
    expect(await storedTask(here, id)).toMatchObject({ state: "provisioned", attempts: 2 });
  });
});

describe("after a crash", () => {
  test("between asking and writing down, it is asked again with the same key once the lease is over", async () => {
    const { id } = await makeTask(here);
    const dying = vendor((attempt) => {
      if (attempt === 1) throw new Error("killed");
    });
    await expect(provision(worker(), { taskId: id }, dying)).rejects.toThrow("killed");
    expect(await storedTask(here, id)).toMatchObject({ state: "in_progress", attempts: 1 });

    expect(value(await provision(worker(later(5_000)), { taskId: id }, dying))).toBe("left");
    expect(value(await provision(worker(later(16_000)), { taskId: id }, dying))).toBe("provisioned");
    expect(dying.keys).toEqual([id, id]);
  });

  test("what should have been tried by now is queued anew, even while a dead worker holds the job", async () => {
    const { id } = await makeTask(here);
    const fresh = await makeTask(here);
    const byHand = await makeTask(here, { provisioningDriver: "manual" });
    await unscoped().$executeRaw`
      UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'dead', attempts = 1
      WHERE key = ${`provision:${id}`}`;
    await read(worker()).provisioningTask.updateMany({
      where: { id: { in: [id, byHand.id] } },
      data: { updatedAt: later(-60_000) },
    });

    await requeueStalledTasks(now);
    expect((await jobsOf(id)).map(({ locked_at }) => locked_at)).toEqual([null]);
    expect(await jobsOf(byHand.id)).toEqual([]);
    expect(await jobsOf(fresh.id)).toHaveLength(1);
  });
});

describe("refuses", () => {
  test("who may not", async () => {
    const { id } = await makeTask(here);
    await expect(provision(at(here.as.manager, now), { taskId: id })).rejects.toThrow(Forbidden);
    await expect(provision(at(here.as.customer, now), { taskId: id })).rejects.toThrow(Forbidden);
  });

  test("another organization's task as one that does not exist", async () => {
    const { id } = await makeTask(here);
    await expect(provision(systemCtx(there.organizationId, now), { taskId: id })).rejects.toThrow(NotFound);
  });
});
