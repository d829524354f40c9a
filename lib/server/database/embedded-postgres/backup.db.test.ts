import { execFile } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sealEvents } from "../../audit-log/seal-events";
import { recordPayment } from "../../billing/commands/record-payment";
import { disconnect } from "../../kernel/db";
import { executeOrder } from "../../orders/commands/execute-order";
import { makeOrganization, makeUser, value } from "../../testing/factories/basics";
import { makeOrder } from "../../testing/factories/orders";
import { migrate, migrateAsOwner, migrationNames } from "../migrations";
import { backUp } from "./backup";
import { locate } from "./location";
import { manifestFile, readManifest } from "./manifest";
import { NotRestored, restore } from "./restore";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./start";
import { serverUser } from "./system-user";

let home: string;
const running = new Set<EmbeddedPostgres>();
beforeEach(() => {
  home = mkdtempSync(path.join(realpathSync(tmpdir()), "order-desk-backup-"));
});
afterEach(async () => {
  for (const server of running) await server.remove();
  running.clear();
  rmSync(home, { recursive: true, force: true });
});

const folder = (name: string) => path.join(home, name);
async function start(name: string): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres(folder(name), { fsync: false });
  running.add(server);
  return server;
}
async function stop(server: EmbeddedPostgres): Promise<void> {
  running.delete(server);
  await server.stop();
}
async function connected<Value>({ ownerUrl }: EmbeddedPostgres, work: (client: pg.Client) => Promise<Value>) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
const one = async (client: pg.Client, sql: string, values: unknown[] = []) =>
  (await client.query(sql, values)).rows[0];

it("a backup of a database that is written to has all that was saved before, and each transaction whole", async () => {
  const product = await start("product");
  await connected(product, async (client) => {
    await client.query("CREATE TABLE purses (id int PRIMARY KEY, amount numeric NOT NULL)");
    await client.query("CREATE TABLE moves (id serial PRIMARY KEY, amount numeric NOT NULL, words text)");
    await client.query("INSERT INTO purses SELECT id, 1000 FROM generate_series(1, 50) AS id");
  });
  let saved = 0;
  let writing = true;
  const writer = connected(product, async (client) => {
    while (writing) {
      const [from, to] = [1 + (saved % 50), 1 + ((saved * 7 + 3) % 50)];
      await client.query("BEGIN");
      await client.query("UPDATE purses SET amount = amount - 1 WHERE id = $1", [from]);
      await client.query("INSERT INTO moves (amount, words) VALUES (1, repeat('moved ', 500))");
      await client.query("UPDATE purses SET amount = amount + 1 WHERE id = $1", [to]);
      await client.query("COMMIT");
      saved += 1;
    }
  });
  await expect.poll(() => saved).toBeGreaterThan(50);
  const before = saved;
  await backUp(folder("product"), folder("backup"), new Date());
  await expect.poll(() => saved).toBeGreaterThan(before);
  writing = false;
  await writer;

  expect(await restore(folder("new"), folder("backup"), { replace: false, now: new Date() })).toBeNull();
  const restored = await start("new");
  await connected(restored, async (client) => {
    const { sum, moved } = await one(
      client,
      "SELECT (SELECT sum(amount)::int FROM purses) AS sum, (SELECT count(*)::int FROM moves) AS moved",
    );
    expect(sum).toBe(50_000);
    expect(moved).toBeGreaterThanOrEqual(before);
    expect(moved).toBeLessThanOrEqual(saved);
    // What follows events sees by this that it was restored.
    const timeline = "SELECT timeline_id AS number FROM pg_control_checkpoint()";
    await expect.poll(async () => (await one(client, timeline)).number).toBeGreaterThan(1);
    await client.query("INSERT INTO moves (amount) VALUES (1)");
  });
});

describe("a backup is restored", () => {
  let saved: string;
  const backup = () => path.join(saved, "backup");
  beforeAll(async () => {
    saved = mkdtempSync(path.join(realpathSync(tmpdir()), "order-desk-saved-"));
    const server = await startEmbeddedPostgres(path.join(saved, "product"), { fsync: false });
    await connected(server, (client) => client.query("CREATE TABLE kept AS SELECT 1 AS number"));
    await backUp(path.join(saved, "product"), backup(), new Date());
    await server.stop();
  });
  afterAll(() => rmSync(saved, { recursive: true }));

  const restoring = (replace = false) =>
    restore(folder("product"), backup(), { replace, now: new Date("2026-11-27T12:00:00Z") });
  const numbers = (server: EmbeddedPostgres) =>
    connected(server, async (client) => (await one(client, "SELECT sum(number)::int AS sum FROM kept")).sum);
  /** Starts a product whose numbers add up to 42, and whose passwords are not those of the backup. */
  async function startOther(): Promise<EmbeddedPostgres> {
    const server = await start("product");
    await connected(server, (client) => client.query("CREATE TABLE kept AS SELECT 42 AS number"));
    return server;
  }

  it("not while the product is running", async () => {
    const product = await startOther();
    await expect(restoring(true)).rejects.toThrow(
      "The product is running on this data. Stop it, and then restore the backup.",
    );
    expect(await numbers(product)).toBe(42);
  });

  it("over other data only if that is wanted, and the other data is kept with its passwords", async () => {
    await stop(await startOther());
    await expect(restoring()).rejects.toThrow("There is a database in");
    const kept = await restoring(true);
    expect(await numbers(await start("product"))).toBe(1);
    expect(await numbers(await start(path.relative(home, kept ?? "")))).toBe(42);
  });

  it("or the product starts, if both begin at once, and nothing that was saved is lost", async () => {
    await stop(await startOther());
    let sum = 42;
    for (let attempt = 0; attempt < 6; attempt++) {
      const replacing = restore(folder("product"), backup(), { replace: true, now: new Date() });
      // The product starts at once, or while the backup is being copied, or when it has just been restored.
      if (attempt % 3 === 1) await copying(replacing);
      if (attempt % 3 === 2) await replacing;
      const [restored, started] = await Promise.allSettled([replacing, start("product")]);
      if (restored.status === "fulfilled") {
        const former = await start(path.relative(home, restored.value ?? ""));
        expect(await numbers(former)).toBe(sum);
        await stop(former);
        sum = 1;
      } else {
        expect(restored.reason).toBeInstanceOf(NotRestored);
      }
      const server = started.status === "fulfilled" ? started.value : await start("product");
      expect(await numbers(server)).toBe(sum);
      await connected(server, (client) => client.query("INSERT INTO kept VALUES (7)"));
      sum += 7;
      await stop(server);
    }
    expect(await numbers(await start("product"))).toBe(sum);
  });
  /** Waits until the copy of the backup has begun, or else until restoring has ended. */
  async function copying(restored: Promise<unknown>): Promise<void> {
    const { cluster } = locate(folder("product"), serverUser());
    let ended = false;
    restored.catch(() => {}).finally(() => (ended = true));
    while (!ended && !readdirSync(path.dirname(cluster)).some((name) => name.includes("restoring-")))
      await setImmediate();
  }

  it("again after restoring was interrupted, and the product does not begin anew before that", async () => {
    const location = locate(folder("product"), serverUser());
    await restoring();
    renameSync(location.cluster, location.replacement);
    await expect(start("product")).rejects.toThrow("run npm run restore again");
    const again = restoring();
    await copying(again);
    await expect(start("product")).rejects.toThrow("run npm run restore again");
    await again;
    expect(await numbers(await start("product"))).toBe(1);
    expect(existsSync(location.replacement)).toBe(false);
  });

  it.each([
    [
      "is damaged",
      (copy: string) => appendFileSync(path.join(copy, "postgres", "PG_VERSION"), "9"),
      "damaged",
    ],
    ["lacks a file", (copy: string) => rmSync(path.join(copy, "postgres", "backup_label")), "damaged"],
    [
      "has a link",
      (copy: string) => symlinkSync("/etc/hostname", path.join(copy, "postgres", "link")),
      "damaged",
    ],
    ["is from another PostgreSQL", change({ postgres: "17" }), "PostgreSQL 17"],
    ["is from a newer version", change({ lastMigration: "29991231000000_later" }), "Update the product"],
    [
      "lost half of its manifest",
      (copy: string) => writeFileSync(path.join(copy, manifestFile), "{"),
      "not a backup",
    ],
    ["has a manifest of another kind", change({ files: null }), "not a backup"],
    ["is not a backup", (copy: string) => rmSync(path.join(copy, manifestFile)), "not a backup"],
  ])("not if it %s", async (_, spoil, says) => {
    const copy = folder("copy");
    cpSync(backup(), copy, { recursive: true });
    spoil(copy);
    const into = { replace: true, now: new Date() };
    await expect(restore(folder("product"), copy, into)).rejects.toThrow(says);
    expect(existsSync(folder("product"))).toBe(false);
  });

  function change(to: object) {
    return (copy: string) =>
      writeFileSync(path.join(copy, manifestFile), JSON.stringify({ ...readManifest(copy), ...to }));
  }
});

const run = async (script: string, dataDir: string, options: string[], input = "") => {
  const running = promisify(execFile)(
    process.execPath,
    ["--import", "tsx", "--conditions=react-server", `scripts/${script}.ts`, ...options],
    { env: { ...process.env, DATABASE_URL: "", DATABASE_OWNER_URL: "", DATA_DIR: folder(dataDir) } },
  );
  running.child.stdin?.end(input);
  return (await running).stdout;
};

it("the product's own data is the same after it was restored, and new events follow the old", async () => {
  const product = await start("product");
  await migrateAsOwner(product);
  await disconnect();
  Object.assign(process.env, { DATABASE_URL: product.url, DATABASE_OWNER_URL: product.ownerUrl });
  const here = await makeOrganization({ name: "Northwind" });
  await makeUser(here);
  const [executed, open] = [await makeOrder(here), await makeOrder(here)];
  value(await executeOrder(here.as.operator, { code: executed.code }));
  value(await recordPayment(here.as.operator, { accountId: open.accountId, amount: "12.50" }));
  await sealEvents(new Date());
  await disconnect();
  const before = await connected(product, contentOf);
  expect(before.orders?.count).toBe(2);
  await backUp(folder("product"), folder("backup"), new Date());
  await stop(product);

  expect(await run("restore", "new", ["--from", folder("backup")])).toContain(
    `Restored 1 organization, 2 accounts, 2 orders, 1 invoice, 1 payment, and ${before.events?.count} events.`,
  );
  const restored = await start("new");
  const after = await connected(restored, contentOf);
  // Every start compares the clock of events with the cluster that it runs on.
  const changed = Object.keys(before).filter((table) => after[table]?.sum !== before[table]?.sum);
  expect(changed).toEqual(["event_clock"]);
  await stop(restored);

  const verified = await run("audit-verify", "new", ["--organization", "Northwind"]);
  expect(verified).toContain("are as they were recorded");
  const newcomer = ["--organization", "Northwind", "--email", "eva@northwind.example", "--role", "manager"];
  await run("user-create", "new", newcomer, "a password that nobody knows\n");
  const positions = await connected(await start("new"), (client) =>
    one(
      client,
      `SELECT (SELECT min(position) FROM events WHERE id > $1) > (SELECT max(position) FROM events WHERE id <= $1) AS follow`,
      [before.events?.last],
    ),
  );
  expect(positions).toEqual({ follow: true });
});

/** Returns how many rows each table has, a sum over their content, and the last id of events. */
async function contentOf(client: pg.Client) {
  const { rows } = await client.query(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
  );
  const content: Record<string, { count: number; sum: string; last?: string }> = {};
  for (const { name } of rows) {
    const last = name === "events" ? ", max(id) AS last" : "";
    content[name] = await one(
      client,
      `SELECT count(*)::int AS count, md5(string_agg(r::text, '' ORDER BY r::text)) AS sum ${last} FROM "${name}" AS r`,
    );
  }
  return content;
}

it("an older backup is brought up to date by npm run restore, which counts what is there", async () => {
  const product = await start("product");
  const names = migrationNames();
  const before = names.at(-5) ?? "";
  await migrate(product.ownerUrl, { before });
  await connected(product, (client) =>
    client.query(
      "INSERT INTO people (email, sent_email) VALUES ('ada@northwind.example', 'ada@northwind.example')",
    ),
  );
  await stop(product);
  const made = await run("backup", "product", ["--to", folder("backups")]);
  const [, backup = ""] = /^Saved the database to (.+), \d+ MB/.exec(made) ?? [];
  expect(made).toContain("does not contain SECRETS_KEY");
  expect(readManifest(backup)?.lastMigration).toBe(names.at(-6));
  expect(readFileSync(path.join(backup, manifestFile), "utf8")).not.toContain("secrets-key");

  const stdout = await run("restore", "new", ["--from", backup]);
  expect(stdout).toContain("Applied 5 migrations.");
  expect(stdout).toContain(
    "Restored 0 organizations, 0 accounts, 0 orders, 0 invoices, 0 payments, and 0 events.",
  );
  const restored = await start("new");
  expect(
    await connected(restored, async (client) => (await one(client, "SELECT email FROM people")).email),
  ).toBe("ada@northwind.example");
});
