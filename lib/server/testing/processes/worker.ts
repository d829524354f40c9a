import { type ChildProcess, spawn } from "node:child_process";
import { afterEach, inject } from "vitest";
import { programFile } from "../../../worker/bundle-programs";

const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
  running.clear();
});

/** Starts a worker process as the product runs it, on the test's database. It ends with the test. */
export function startWorker(more: Record<string, string> = {}) {
  const child = spawn(process.execPath, [programFile(inject("programs"), "worker")], {
    env: { ...process.env, LOG_LEVEL: "info", ...more },
    stdio: ["ignore", "pipe", "inherit"],
  });
  running.add(child);
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  return { child, output: () => output };
}
