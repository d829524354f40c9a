import { execFile } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { migrate, migrationNames } from "../migrations";
import { backUp, manifestFile, readManifest } from "./backup";
import { restore } from "./restore";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./start";

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
const one = async (client: pg.Client, sql: string) => (await client.query(sql)).rows[0];

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
  let product: EmbeddedPostgres;
  beforeEach(async () => {
    product = await start("product");
    await connected(product, (client) => client.query("CREATE TABLE kept AS SELECT 1 AS number"));
    await backUp(folder("product"), folder("backup"), new Date());
  });
  const restoring = (replace = false) =>
    restore(folder("product"), folder("backup"), { replace, now: new Date("2026-11-27T12:00:00Z") });
  const numbers = (server: EmbeddedPostgres) =>
    connected(server, async (client) => (await one(client, "SELECT sum(number)::int AS sum FROM kept")).sum);

  it("not while the product runs", async () => {
    await expect(restoring(true)).rejects.toThrow(
      "The product runs on this data. Stop it, and restore then.",
    );
  });

  it("over other data only where that is said, which is kept", async () => {
    await connected(product, (client) => client.query("INSERT INTO kept VALUES (41)"));
    await stop(product);
    await expect(restoring()).rejects.toThrow("There is a database in");
    const kept = await restoring(true);
    expect(existsSync(path.join(kept ?? "", "postgres", "PG_VERSION"))).toBe(true);
    expect(await numbers(await start("product"))).toBe(1);
  });

  it.each([
    [
      "is damaged",
      () => appendFileSync(path.join(folder("backup"), "postgres", "PG_VERSION"), "9"),
      "damaged",
    ],
    ["lacks a file", () => rmSync(path.join(folder("backup"), "postgres", "backup_label")), "damaged"],
    ["is of another PostgreSQL", () => change({ postgres: "17" }), "PostgreSQL 17"],
    ["is of a newer version", () => change({ lastMigration: "29991231000000_later" }), "Update the product"],
    [
      "lost its manifest",
      () => writeFileSync(path.join(folder("backup"), manifestFile), "{"),
      "is no backup",
    ],
    ["is none", () => rmSync(path.join(folder("backup"), manifestFile)), "is no backup"],
  ])("not if it %s", async (_, spoil, says) => {
    await stop(product);
    spoil();
    await expect(restoring(true)).rejects.toThrow(says);
    expect(await numbers(await start("product"))).toBe(1);
  });

  function change(to: object) {
    const manifest = { ...readManifest(folder("backup")), ...to };
    writeFileSync(path.join(folder("backup"), manifestFile), JSON.stringify(manifest));
  }
});

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
  const run = (script: string, dataDir: string, ...options: string[]) =>
    promisify(execFile)(
      process.execPath,
      ["--import", "tsx", "--conditions=react-server", `scripts/${script}.ts`, ...options],
      { env: { ...process.env, DATABASE_URL: "", DATABASE_OWNER_URL: "", DATA_DIR: folder(dataDir) } },
    );
  const made = await run("backup", "product", "--to", folder("backups"));
  const [, backup = ""] = /^(.+) holds the database/.exec(made.stdout) ?? [];
  expect(made.stdout).toContain("secrets-key");
  expect(readManifest(backup)?.lastMigration).toBe(names.at(-6));
  expect(readFileSync(path.join(backup, manifestFile), "utf8")).not.toContain("secrets-key");

  const { stdout } = await run("restore", "new", "--from", backup);
  expect(stdout).toContain("Applied 5 migrations.");
  expect(stdout).toContain(
    "Restored 0 organizations, 0 accounts, 0 orders, 0 invoices, 0 payments, and 0 events.",
  );
  const restored = await start("new");
  expect(
    await connected(restored, async (client) => (await one(client, "SELECT email FROM people")).email),
  ).toBe("ada@northwind.example");
});
