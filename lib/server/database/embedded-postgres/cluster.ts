import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import type { Binaries } from "./binaries";
import { DataInUse } from "./data-in-use";
import type { Location } from "./location";
import { disownStaleLock } from "./lock-file";
import { requireNoReplacement } from "./replacement";
import { give, type SystemUser } from "./system-user";

const environment = { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" } as unknown as NodeJS.ProcessEnv;

/**
 * Makes the data folder unless it exists. Builds it next to its place and then moves it there, so that it is never half
 * finished. @throws DataInUse while a backup is being restored
 */
export function initialise(
  binaries: Binaries,
  location: Location,
  user: SystemUser | undefined,
  options: { password: string; fsync: boolean },
) {
  if (existsSync(path.join(location.cluster, "PG_VERSION"))) return;
  requireNoReplacement(location);

  const draft = `${location.cluster}.${process.pid}`;
  const passwordFile = `${draft}.password`;
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o600 });
  give(user, draft);
  give(user, passwordFile);
  try {
    execFileSync(
      binaries.initdb,
      [
        `--pgdata=${draft}`,
        `--pwfile=${passwordFile}`,
        "--username=postgres",
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
        ...(options.fsync ? [] : ["--no-sync"]),
      ],
      { ...user, cwd: "/", env: environment, stdio: "pipe" },
    );
    requireNoReplacement(location);
    renameSync(draft, location.cluster);
  } catch (error) {
    const output = (error as { stderr?: Buffer }).stderr?.toString().trim();
    if (existsSync(path.join(location.cluster, "PG_VERSION"))) return;
    if (error instanceof DataInUse) throw error;
    throw new Error(`PostgreSQL could not make its data folder ${location.cluster}: ${output || error}`);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

export interface ServerProcess {
  pid: number;
  port: number;
  process: ChildProcess;
}

/** Starts the server in its own session. Ctrl-C then reaches it only through us, after web and worker. */
export async function spawnServer(
  binaries: Binaries,
  location: Location,
  user: SystemUser | undefined,
  options: { fsync: boolean },
): Promise<ServerProcess> {
  disownStaleLock(location.cluster);
  const port = await choosePort(location);
  writeFileSync(location.portFile, `${port}\n`);

  const settings: Record<string, string | number> = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    max_connections: 200,
    // New tables grow fast, so they need statistics sooner than after the default of a minute.
    autovacuum_naptime: "5s",
    jit: "off",
    shared_buffers: "256MB",
    timezone: "UTC",
    // A restored server has all that it needs, so it fetches nothing. Nobody reads before it is in order.
    restore_command: "false",
    hot_standby: "off",
    log_timezone: "UTC",
    ...(options.fsync ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const log = openLog(location.logFile);
  const child = spawn(
    binaries.postgres,
    [
      "-D",
      location.cluster,
      ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ],
    { ...user, cwd: "/", env: environment, stdio: ["ignore", log, log], detached: true },
  );
  closeSync(log);
  child.unref();
  await new Promise<void>((resolve, reject) => child.once("spawn", resolve).once("error", reject));
  return { pid: child.pid as number, port, process: child };
}

function openLog(file: string): number {
  const large = existsSync(file) && statSync(file).size > 10_000_000;
  return openSync(file, large ? "w" : "a", 0o600);
}

/** Returns the end of the server's log, for an error message. */
export function logTail(location: Location): string {
  return readFileSync(location.logFile, "utf8").trim().split("\n").slice(-5).join("\n");
}

/** Returns the previous port if it is free, or else any free one. */
async function choosePort(location: Location): Promise<number> {
  const last = existsSync(location.portFile) ? Number(readFileSync(location.portFile, "utf8")) : 0;
  return (await freePort(last)) ?? (await freePort(0)) ?? 0;
}

function freePort(wanted: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(undefined));
    probe.listen(wanted, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : undefined));
    });
  });
}
