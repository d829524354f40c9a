import { once } from "node:events";
import pg from "pg";
import { afterEach, expect, test } from "vitest";
import { unscoped } from "../server/kernel/db";
import { makeOrganization } from "../server/testing/factories/basics";
import { makeTask, storedTask } from "../server/testing/factories/provisioning";
import { startWorker } from "../server/testing/processes/worker";
import { holdLiveness, releaseDeadWorkers } from "./liveness";
import { worksHere } from "./works-here";

afterEach(() => unscoped().$executeRaw`DELETE FROM graphile_worker._private_jobs`);

test("the worker takes up what was queued, and ends at once and cleanly when told to", async () => {
  const here = await makeOrganization();
  const { id } = await makeTask(here, { driverSettings: { delayMs: 20, failures: 0 } });
  const { child, output } = startWorker();
  await expect.poll(() => storedTask(here, id)).toMatchObject({ state: "provisioned" });

  const late = await makeTask(here);
  await expect.poll(() => storedTask(here, late.id)).toMatchObject({ state: "provisioned" });

  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
  expect(output()).toContain("worker_stopping");
});

test("the log has a line for each batch of jobs, not for each job", async () => {
  const here = await makeOrganization();
  const made = await Promise.all(Array.from({ length: 12 }, () => makeTask(here)));
  const { child, output } = startWorker();
  for (const { id } of made) {
    await expect.poll(() => storedTask(here, id)).toMatchObject({ state: "provisioned" });
  }
  child.kill("SIGTERM");
  await once(child, "exit");

  const lines = output()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines.filter(({ event }) => event === "provision")).toEqual([]);
  const told = lines.filter(({ event }) => event === "jobs_done");
  const counted = told.flatMap(({ provision }) => Object.values<number>(provision ?? {}));
  expect(counted.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(made.length);
});

test("what a killed worker had begun is finished by the next", async () => {
  const here = await makeOrganization();
  const { id } = await makeTask(here, { driverSettings: { delayMs: 60_000, failures: 0 } });
  const { child } = startWorker();
  await expect.poll(() => storedTask(here, id)).toMatchObject({ state: "in_progress" });
  child.kill("SIGKILL");
  await once(child, "exit");

  // The minute of the remaining lease and the vendor's minute are over.
  await unscoped().$executeRaw`
    UPDATE provisioning_tasks SET next_attempt_at = now() - interval '1 minute' WHERE id = ${id}::uuid`;
  await unscoped().$executeRaw`UPDATE products SET driver_settings = '{}'`;
  startWorker();
  await expect.poll(() => storedTask(here, id)).toMatchObject({ state: "provisioned", attempts: 2 });
});

test("a worker that lost its database goes on when it is back", async () => {
  const here = await makeOrganization();
  const { child, output } = startWorker();
  await expect.poll(output).toContain("worker_started");
  await unscoped().$executeRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'order-desk worker'`;
  await expect.poll(output).toContain("worker_failed");
  const { id } = await makeTask(here);
  await expect.poll(() => storedTask(here, id)).toMatchObject({ state: "provisioned" });
  expect(child.exitCode).toBeNull();
});

test("a living worker keeps what it has in hand, however long it takes", async () => {
  const here = await makeOrganization();
  const { id } = await makeTask(here, { driverSettings: { delayMs: 60_000, failures: 0 } });
  const { child } = startWorker();
  await expect.poll(() => storedTask(here, id)).toMatchObject({ state: "in_progress" });
  await unscoped().$executeRaw`
    UPDATE graphile_worker._private_jobs SET locked_at = now() - interval '1 minute' WHERE key = ${`provision:${id}`}`;
  expect(await releaseDeadWorkers()).toEqual([]);
  child.kill("SIGKILL");
  await once(child, "exit");
  await expect.poll(releaseDeadWorkers).toEqual([expect.any(String)]);
});

test("jobs of dead workers are given back, those of living ones and fresh ones are not", async () => {
  const here = await makeOrganization();
  const [dead, living, fresh] = [await makeTask(here), await makeTask(here), await makeTask(here)];
  const lock = (taskId: string, worker: string, seconds: number) => unscoped().$executeRaw`
    UPDATE graphile_worker._private_jobs SET locked_by = ${worker}, locked_at = now() - ${seconds} * interval '1 second'
    WHERE key = ${`provision:${taskId}`}`;
  await lock(dead.id, "worker-dead", 60);
  await lock(living.id, "worker-living", 60);
  await lock(fresh.id, "worker-fresh", 1);
  const liveness = await holdLiveness(process.env.DATABASE_URL ?? "");
  liveness.add("worker-living");
  await expect.poll(locksHeld).toBe(1);

  expect(await releaseDeadWorkers()).toEqual(["worker-dead"]);
  expect(await releaseDeadWorkers()).toEqual([]);
  await liveness.end();
  await expect.poll(locksHeld).toBe(0);
  expect(await releaseDeadWorkers()).toEqual(["worker-living"]);
});

test("a health check finds the worker that lives at its own address", async () => {
  const url = process.env.DATABASE_URL ?? "";
  expect(await worksHere(url)).toBe(false);
  const { child, output } = startWorker();
  await expect.poll(output).toContain("worker_started");
  await expect.poll(() => worksHere(url)).toBe(true);
  child.kill("SIGTERM");
  await once(child, "exit");
  await expect.poll(() => worksHere(url)).toBe(false);
});

async function locksHeld(): Promise<number> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const { rowCount } = await client.query(
    "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND classid = 7315004 AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
  );
  await client.end();
  return rowCount ?? 0;
}
