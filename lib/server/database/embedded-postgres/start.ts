import { realpathSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { DatabaseUrls } from "../application-role";
import { keptSecret } from "../private-file";
import { findBinaries } from "./binaries";
import { initialise, logTail, type ServerProcess, spawnServer } from "./cluster";
import { DataInUse } from "./data-in-use";
import { database, type Location, locate, removeData, roles } from "./location";
import { isAlive, isServerOf, recordedServer } from "./lock-file";
import { adoptPasswords, requireNoReplacement } from "./replacement";
import { serverUser } from "./system-user";

const patience = 60_000;
/** Names the advisory lock that the one owner of a running server holds as long as the owner lives. */
const ownerLock = 7_315_001;

export interface EmbeddedPostgres extends DatabaseUrls {
  /** Resolves when the server or the owner's connection is gone without a call of stop(). */
  lost: Promise<void>;
  stop(): Promise<void>;
  /** Stops the server and deletes its data. */
  remove(): Promise<void>;
}

/**
 * Starts the PostgreSQL of this folder and owns it until stop(), adopting a server that outlived its owner. Use `fsync: false`
 * only for data that may be lost, as in tests. @throws DataInUse if another owner lives, or while a backup is being restored
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  options: { fsync: boolean } = { fsync: true },
): Promise<EmbeddedPostgres> {
  const user = serverUser();
  const location = locate(dataDir, user);
  const deadline = Date.now() + patience;

  for (;;) {
    const running = recordedServer(location.cluster);
    if (running) {
      const passwords = currentPasswords(location);
      const lives = () => isAlive(running.pid);
      const owner = await connect(location, running.port, passwords.superuser, lives, deadline);
      if (owner) return own(location, owner, running, passwords);
      continue;
    }
    const binaries = findBinaries(user);
    initialise(binaries, location, user, { password: passwordsIn(location).superuser, ...options });
    const started = await spawnServer(binaries, location, user, options);
    const passwords = currentPasswords(location);
    const lives = () => started.process.exitCode === null && started.process.signalCode === null;
    const owner = await connect(location, started.port, passwords.superuser, lives, deadline).catch(
      (error: unknown) => abandon(location, started, error),
    );
    if (owner) return own(location, owner, started, passwords);
    requireNoReplacement(location);
    const another = recordedServer(location.cluster) || /already exists|in use/.test(logTail(location));
    if (!another || Date.now() > deadline) {
      throw new Error(`PostgreSQL did not start; the end of ${location.logFile}:\n${logTail(location)}`);
    }
  }
}

/** Returns the addresses of this folder's database if its server is running. */
export function runningDatabase(dataDir: string): DatabaseUrls | undefined {
  const location = locate(dataDir, serverUser());
  const running = recordedServer(location.cluster);
  return running && databaseUrls(running.port, passwordsIn(location));
}

type Passwords = Record<keyof typeof roles, string>;

function passwordsIn({ passwordFiles }: Location): Passwords {
  return {
    superuser: keptSecret(passwordFiles.superuser),
    owner: keptSecret(passwordFiles.owner),
    application: keptSecret(passwordFiles.application),
  };
}

/** Returns the passwords of the cluster that is there now, which a restore may have replaced a moment ago. */
function currentPasswords(location: Location): Passwords {
  adoptPasswords(location);
  return passwordsIn(location);
}

function databaseUrls(port: number, passwords: Passwords): DatabaseUrls {
  return {
    url: databaseUrl(port, roles.application, passwords.application, database),
    ownerUrl: databaseUrl(port, roles.owner, passwords.owner, database),
  };
}

const databaseUrl = (port: number, user: string, password: string, name: string) =>
  `postgresql://${user}:${password}@127.0.0.1:${port}/${name}`;

class PasswordRefused extends Error {
  override name = "PasswordRefused";
}

/** Connects as the superuser as soon as the server answers. Returns undefined if the server ended instead. */
async function connect(
  location: Location,
  port: number,
  password: string,
  lives: () => boolean,
  deadline: number,
): Promise<pg.Client | undefined> {
  for (;;) {
    const client = new pg.Client({
      connectionString: databaseUrl(port, roles.superuser, password, "postgres"),
    });
    client.on("error", () => {});
    try {
      await client.connect();
      const { rows } = await client.query("SELECT current_setting('data_directory') AS directory");
      if (realpathSync(rows[0].directory) === realpathSync(location.cluster)) return client;
      await client.end();
    } catch (error) {
      await client.end().catch(() => {});
      if ((error as { code?: string }).code === "28P01") {
        throw new PasswordRefused(
          `PostgreSQL refuses the password in ${location.passwordFiles.superuser}; it belongs to other data.`,
        );
      }
    }
    if (!lives()) return undefined;
    if (Date.now() > deadline) throw new Error(`PostgreSQL does not answer; see ${location.logFile}.`);
    await sleep(50);
  }
}

/** Stops a server that we started and cannot use, so that none goes on without an owner. */
async function abandon(location: Location, server: ServerProcess, error: unknown): Promise<never> {
  const moved = error instanceof PasswordRefused && wasMoved(location, server);
  await endServer(server.pid, location);
  throw moved ? restoredJustNow(location) : error;
}

/** Tells whether a restore moved the cluster away after this server began in it. */
const wasMoved = ({ cluster }: Location, { pid }: { pid: number }) => recordedServer(cluster)?.pid !== pid;

const restoredJustNow = ({ dataDir }: Location) =>
  new DataInUse(`A backup was restored into ${dataDir} just now. Start again.`);

async function own(
  location: Location,
  owner: pg.Client,
  server: { pid: number; port: number } | ServerProcess,
  passwords: Passwords,
): Promise<EmbeddedPostgres> {
  const { rows } = await owner.query("SELECT pg_try_advisory_lock($1) AS mine", [ownerLock]);
  if (!rows[0].mine) {
    await owner.end();
    throw new DataInUse(`The data in ${location.dataDir} is in use by another running copy.`);
  }
  // Nothing has been written yet.
  if (wasMoved(location, server)) {
    await stopServer(owner, server.pid, location);
    throw restoredJustNow(location);
  }
  await setUp(owner, passwords);

  let stopping: Promise<void> | undefined;
  const lost = new Promise<void>((resolve) => {
    owner.once("end", () => {
      if (!stopping) resolve();
    });
  });
  const stop = () => {
    stopping ??= stopServer(owner, server.pid, location);
    return stopping;
  };
  return {
    ...databaseUrls(server.port, passwords),
    lost,
    stop,
    remove: async () => {
      await stop();
      removeData(location);
    },
  };
}

/**
 * Creates the product's roles and database, or takes over those of an older version, whose one role had the superuser's password.
 */
async function setUp(superuser: pg.Client, passwords: Passwords): Promise<void> {
  const exists = async (query: string, name: string) => (await superuser.query(query, [name])).rowCount === 1;
  const powers = { owner: "CREATEDB", application: "NOCREATEDB" };
  for (const name of ["owner", "application"] as const) {
    const verb = (await exists("SELECT 1 FROM pg_roles WHERE rolname = $1", roles[name]))
      ? "ALTER"
      : "CREATE";
    await superuser.query(
      `${verb} ROLE ${roles[name]} LOGIN NOSUPERUSER NOCREATEROLE NOBYPASSRLS ${powers[name]}
       PASSWORD ${superuser.escapeLiteral(passwords[name])}`,
    );
  }
  if (!(await exists("SELECT 1 FROM pg_database WHERE datname = $1", database))) {
    await superuser.query(`CREATE DATABASE ${database} OWNER ${roles.owner}`);
  }
}

/** Stops the server with a "fast" shutdown: it rolls back open transactions, writes everything and closes connections. */
async function stopServer(owner: pg.Client, pid: number, location: Location): Promise<void> {
  await owner.end().catch(() => {});
  await endServer(pid, location);
}

async function endServer(pid: number, location: Location): Promise<void> {
  const deadline = Date.now() + patience;
  if (isServerOf(location.cluster, pid)) process.kill(pid, "SIGINT");
  while (isServerOf(location.cluster, pid)) {
    if (Date.now() > deadline)
      throw new Error(`PostgreSQL (process ${pid}) does not stop; see ${location.logFile}.`);
    await sleep(20);
  }
}
