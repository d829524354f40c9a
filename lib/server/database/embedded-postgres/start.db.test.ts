import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startProgram } from "../../testing/processes/start-program";
import { DataInUse } from "./data-in-use";
import { type Location, locate, roles } from "./location";
import { recordedServer } from "./lock-file";
import { type EmbeddedPostgres, runningDatabase, startEmbeddedPostgres } from "./start";
import { serverUser } from "./system-user";

let home: string;
let dataDir: string;
/** Holds the last server that was started in each folder. */
const running = new Map<string, EmbeddedPostgres>();

beforeEach(() => {
  home = mkdtempSync(path.join(realpathSync(tmpdir()), "order-desk-life-"));
  dataDir = home;
});

afterEach(async () => {
  for (const server of running.values()) await server.remove();
  running.clear();
  rmSync(home, { recursive: true, force: true });
});

async function start(folder = dataDir, options = { fsync: false }): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres(folder, options);
  running.set(folder, server);
  return server;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function asSuperuser({ ownerUrl }: EmbeddedPostgres, { superuser }: Location["passwordFiles"]): string {
  const url = new URL(ownerUrl);
  url.username = roles.superuser;
  url.password = readFileSync(superuser, "utf8").trim();
  return url.href;
}

const remember = (url: string) => query(url, "CREATE TABLE kept AS SELECT 42 AS answer");
const remembered = async (url: string) => (await query(url, "SELECT answer FROM kept"))[0]?.answer;
const serverOf = (folder: string) => recordedServer(locate(folder, serverUser()).cluster);
const mode = (file: string) => statSync(file).mode & 0o777;

/** Starts the server in a process and then kills that process, as a crash or an impatient person would. */
async function startAndKill(folder: string): Promise<void> {
  const owner = await startProgram("postgres");
  owner.send(folder);
  await once(owner, "message");
  owner.kill("SIGKILL");
  await once(owner, "exit");
}

describe("the embedded PostgreSQL", () => {
  it("finds its data again, on the same port, without the powers of a superuser", async () => {
    const first = await start();
    await remember(first.ownerUrl);
    await first.stop();
    expect(serverOf(dataDir)).toBeUndefined();
    expect(runningDatabase(dataDir)).toBeUndefined();

    const second = await start();
    expect(second.url).toBe(first.url);
    expect(runningDatabase(dataDir)).toEqual({ url: first.url, ownerUrl: first.ownerUrl });
    expect(await remembered(second.ownerUrl)).toBe(42);
    const powers =
      "SELECT rolsuper, rolcreaterole, rolbypassrls, rolcreatedb FROM pg_roles WHERE rolname = current_user";
    const none = { rolsuper: false, rolcreaterole: false, rolbypassrls: false, rolcreatedb: false };
    expect(await query(second.url, powers)).toEqual([none]);
    expect(await query(second.ownerUrl, powers)).toEqual([{ ...none, rolcreatedb: true }]);
  });

  it("gives each role a password of its own", async () => {
    await start();
    const { passwordFiles } = locate(dataDir, serverUser());
    const passwords = Object.values(passwordFiles).map((file) => readFileSync(file, "utf8"));
    expect(new Set(passwords).size).toBe(3);
  });

  it("takes over the data of an older version, whose one role had the superuser's password", async () => {
    const before = await start();
    await remember(before.ownerUrl);
    const { passwordFiles } = locate(dataDir, serverUser());
    const superuser = asSuperuser(before, passwordFiles);
    const password = new URL(superuser).password;
    await query(superuser, `DROP ROLE ${roles.application}`);
    await query(superuser, `ALTER ROLE ${roles.owner} PASSWORD '${password}'`);
    await before.stop();
    for (const role of ["owner", "application"] as const) rmSync(passwordFiles[role]);

    const after = await start();
    expect(await remembered(after.ownerUrl)).toBe(42);
    expect(await query(after.url, "SELECT current_user AS role")).toEqual([{ role: roles.application }]);
    const old = new URL(after.ownerUrl);
    old.password = password;
    await expect(query(old.href, "SELECT 1")).rejects.toThrow(/password authentication failed/);
  });

  it("keeps its passwords to itself and listens on this machine only", async () => {
    const { url } = await start();
    const { cluster, passwordFiles } = locate(dataDir, serverUser());
    expect(Object.values(passwordFiles).map(mode)).toEqual([0o600, 0o600, 0o600]);
    expect(mode(cluster)).toBe(0o700);
    expect(await query(url, "SHOW listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
    const wrong = new URL(url);
    wrong.password = "guessed";
    await expect(query(wrong.href, "SELECT 1")).rejects.toThrow(/password authentication failed/);
  });

  it("adopts a server whose owner was killed", async () => {
    await startAndKill(dataDir);
    const orphan = serverOf(dataDir);
    expect(orphan).toBeDefined();

    const server = await start();
    expect(serverOf(dataDir)).toEqual(orphan);
    await remember(server.ownerUrl);
    await server.stop();
    expect(serverOf(dataDir)).toBeUndefined();
  });

  it("tells when the server dies, and recovers what was committed", async () => {
    const first = await start(dataDir, { fsync: true });
    await remember(first.ownerUrl);
    process.kill(serverOf(dataDir)?.pid ?? 0, "SIGKILL");
    await first.lost;

    const second = await start();
    expect(await remembered(second.ownerUrl)).toBe(42);
  });

  it("starts although another program got the dead server's process number", async () => {
    const first = await start();
    const { cluster } = locate(dataDir, serverUser());
    const lock = readFileSync(path.join(cluster, "postmaster.pid"), "utf8");
    await first.stop();
    const user = serverUser();
    const other = spawn("sleep", ["60"], { ...user, cwd: "/" });
    try {
      const stale = lock.replace(/^\d+/, String(other.pid));
      writeFileSync(path.join(cluster, "postmaster.pid"), stale);
      await start();
    } finally {
      other.kill();
    }
  });

  it("stops the server again if the password belongs to other data", async () => {
    await (await start()).stop();
    const { superuser } = locate(dataDir, serverUser()).passwordFiles;
    const password = readFileSync(superuser);
    writeFileSync(superuser, "a password of other data");
    await expect(start()).rejects.toThrow("it belongs to other data");
    expect(serverOf(dataDir)).toBeUndefined();
    writeFileSync(superuser, password);
    await start();
  });

  it("has one owner: a second copy on the same data is refused and leaves the first alone", async () => {
    const first = await start();
    await expect(startEmbeddedPostgres(dataDir)).rejects.toThrow(DataInUse);
    await expect(startEmbeddedPostgres(dataDir)).rejects.toThrow(/is in use by another running copy/);
    expect(await query(first.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  it("lets one of two that start at once win", async () => {
    const outcomes = await Promise.allSettled([start(), start()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = outcomes.find((outcome) => outcome.status === "rejected");
    expect(lost?.reason).toBeInstanceOf(DataInUse);
  });

  it("never takes a copied folder for the original", async () => {
    const original = await start(dataDir, { fsync: true });
    await remember(original.ownerUrl);
    const copy = mkdtempSync(path.join(realpathSync(tmpdir()), "order-desk-copy-"));
    execFileSync("cp", ["-a", `${dataDir}/.`, copy]);

    const second = await start(copy);
    expect(new URL(second.url).port).not.toBe(new URL(original.url).port);
    await query(second.ownerUrl, "DROP TABLE kept");
    expect(await remembered(original.ownerUrl)).toBe(42);
    await second.remove();
    running.delete(copy);
    rmSync(copy, { recursive: true });
  });
});

describe.runIf(process.getuid?.() === 0)("as root in a folder that nobody else may enter", () => {
  beforeEach(() => {
    dataDir = path.join(home, "private", "data");
    mkdirSync(path.dirname(dataDir), { mode: 0o700 });
  });

  it("keeps the data elsewhere, finds it again, and takes it along when moved", async () => {
    const first = await start();
    await remember(first.ownerUrl);
    await first.stop();
    expect(existsSync(path.join(dataDir, "postgres"))).toBe(false);

    const moved = path.join(home, "private", "moved");
    renameSync(dataDir, moved);
    const second = await start(moved);
    expect(await remembered(second.ownerUrl)).toBe(42);

    cpSync(moved, dataDir, { recursive: true });
    await expect(startEmbeddedPostgres(dataDir)).rejects.toThrow(
      /is a copy of .*moved and points to its database/,
    );

    const { cluster } = locate(moved, serverUser());
    await second.remove();
    expect(existsSync(path.dirname(cluster))).toBe(false);
  });
});
