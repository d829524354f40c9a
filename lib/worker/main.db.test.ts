import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, test } from "vitest";
import { unscoped } from "../server/db";
import { makeOrganization } from "../server/testing/factories";
import { makeTask, storedTask } from "../server/testing/provisioning";

const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
});

function startWorker() {
  const args = ["--import", "tsx", "--conditions=react-server", "lib/worker/main.ts"];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, LOG_LEVEL: "info" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  running.add(child);
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  return { child, output: () => output };
}

test("the worker takes up what was queued, and ends at once and cleanly when told to", async () => {
  const here = await makeOrganization();
  const { id } = await makeTask(here, { driverSettings: { delayMs: 20, failures: 0 } });
  const { child, output } = startWorker();
  await expect.poll(() => storedTask(here, id), { timeout: 30_000 }).toMatchObject({ state: "provisioned" });

  const late = await makeTask(here);
  await expect
    .poll(() => storedTask(here, late.id), { timeout: 30_000 })
    .toMatchObject({ state: "provisioned" });

  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
  expect(output()).toContain("worker_stopping");
}, 80_000);

test("what a killed worker had begun is finished by the next", async () => {
  const here = await makeOrganization();
  const { id } = await makeTask(here, { driverSettings: { delayMs: 60_000, failures: 0 } });
  const { child } = startWorker();
  await expect.poll(() => storedTask(here, id), { timeout: 30_000 }).toMatchObject({ state: "in_progress" });
  child.kill("SIGKILL");
  await once(child, "exit");

  // The minute that the lease still runs, and the vendor's minute, are over.
  await unscoped().$executeRaw`
    UPDATE provisioning_tasks SET next_attempt_at = now() - interval '1 minute' WHERE id = ${id}::uuid`;
  await unscoped().$executeRaw`UPDATE products SET driver_settings = '{}'`;
  startWorker();
  await expect
    .poll(() => storedTask(here, id), { timeout: 30_000 })
    .toMatchObject({ state: "provisioned", attempts: 2 });
}, 80_000);
