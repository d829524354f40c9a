import pg from "pg";
import { afterEach, expect, it, vi } from "vitest";
import { holdLiveness } from "../../worker/liveness";
import { disconnect } from "../kernel/db";
import { readiness } from "./readiness";
import { createScratchDatabase } from "./scratch-database";

afterEach(async () => {
  vi.unstubAllEnvs();
  await disconnect();
});

const ofThisBuild = "20261123000000_init";

it("is ready with the migrations of this build", async () => {
  vi.stubEnv("LATEST_MIGRATION", ofThisBuild);
  const { problem, parts } = await readiness();
  expect(problem).toBeUndefined();
  expect(parts.database).toEqual({ state: "ready", says: "The database answers." });
  expect(parts.migrations.state).toBe("ready");
});

it("is not ready before them", async () => {
  vi.stubEnv("LATEST_MIGRATION", "29990101000000_not_yet");
  const { problem, parts } = await readiness();
  expect(problem).toBe("The database lacks migrations of this version.");
  expect(parts).toMatchObject({
    database: { state: "ready" },
    migrations: { state: "not ready", says: problem },
  });
});

it("is not ready with a database that has no table yet", async () => {
  vi.stubEnv("LATEST_MIGRATION", ofThisBuild);
  const empty = await createScratchDatabase(process.env.DATABASE_OWNER_URL ?? "");
  vi.stubEnv("DATABASE_URL", empty.url);
  await disconnect();
  expect((await readiness()).problem).toBe("The database lacks migrations of this version.");
  await disconnect();
  await empty.drop();
});

it("says that the database does not answer, and claims nothing of what only the database knows", async () => {
  vi.stubEnv("DATABASE_URL", "postgresql://nobody:wrong@127.0.0.1:1/nothing");
  await disconnect();
  const { problem, parts } = await readiness();
  expect(problem).toBe("The database does not answer.");
  expect(parts).toMatchObject({
    database: { state: "not ready", says: problem },
    migrations: { state: "unknown" },
    worker: { state: "unknown" },
  });
});

it("tells whether a worker lives, and serves without one", async () => {
  vi.stubEnv("LATEST_MIGRATION", ofThisBuild);
  const alone = await readiness();
  expect(alone.problem).toBeUndefined();
  expect(alone.parts.worker).toEqual({
    state: "not ready",
    says: "No worker is running, so provisioning, emails and webhooks wait.",
  });

  const liveness = await holdLiveness(process.env.DATABASE_URL ?? "");
  liveness.add("worker-of-this-test");
  await expect.poll(async () => (await readiness()).parts.worker.state).toBe("ready");
  await liveness.end();
  await expect.poll(async () => (await readiness()).parts.worker.state).toBe("not ready");
});

it("takes the locks of another database for no worker of this one", async () => {
  vi.stubEnv("LATEST_MIGRATION", ofThisBuild);
  const other = await createScratchDatabase(process.env.DATABASE_OWNER_URL ?? "");
  const client = new pg.Client({ connectionString: other.url });
  await client.connect();
  await client.query("SELECT pg_advisory_lock(7315004, 1)");
  expect((await readiness()).parts.worker.state).toBe("not ready");
  await client.end();
  await other.drop();
});
