import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

export interface RecordedServer {
  pid: number;
  port: number;
}

const lockFile = (cluster: string) => path.join(cluster, "postmaster.pid");

/** The living server that PostgreSQL's lock file names, if it is one. */
export function recordedServer(cluster: string): RecordedServer | undefined {
  const recorded = readLock(cluster);
  return recorded && isServerOf(cluster, recorded.pid) ? recorded : undefined;
}

/**
 * After a crash another program may have got the dead server's process number, and PostgreSQL would refuse to start.
 * Naming our own process there tells it that the lock is stale, and it still checks for living shared memory itself.
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

/** Is that process the server of this data? A dead one that nobody has waited for is not. */
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
