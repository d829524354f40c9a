import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

export interface RecordedServer {
  pid: number;
  port: number;
}

const lockFile = (cluster: string) => path.join(cluster, "postmaster.pid");

/** Returns the running server that PostgreSQL's lock file names, if there is one. `folder` is where the cluster was moved. */
export function recordedServer(cluster: string, folder = cluster): RecordedServer | undefined {
  const recorded = readLock(folder);
  return recorded && isServerOf(cluster, recorded.pid) ? recorded : undefined;
}

/**
 * Writes our own process number into a stale lock file, because after a crash another program may have got the dead server's
 * number and PostgreSQL would refuse to start. PostgreSQL still checks for live shared memory itself.
 */
export function disownStaleLock(cluster: string): void {
  const recorded = readLock(cluster);
  if (!recorded || isServerOf(cluster, recorded.pid)) return;
  const lines = readFileSync(lockFile(cluster), "utf8").split("\n");
  writeFileSync(lockFile(cluster), [String(process.pid), ...lines.slice(1)].join("\n"));
}

function readLock(cluster: string): RecordedServer | undefined {
  if (!existsSync(lockFile(cluster))) return undefined;
  const lines = readFileSync(lockFile(cluster), "utf8").split("\n");
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return Number.isInteger(pid) && pid > 0 ? { pid, port } : undefined;
}

/** Tells whether that process is the server of this data. A dead process that nobody has waited for is not. */
export function isServerOf(cluster: string, pid: number): boolean {
  return isAlive(pid) && commandLine(pid).includes(` ${cluster} `);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function commandLine(pid: number): string {
  try {
    if (existsSync("/proc/self/cmdline"))
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return execFileSync("ps", ["-ww", "-p", String(pid), "-o", "args="], { encoding: "utf8", stdio: "pipe" });
  } catch {
    return "";
  }
}
