import { fork } from "node:child_process";
import { once } from "node:events";
import { inject } from "vitest";
import { programFile } from "../../../worker/bundle-programs";

/** Starts one of the programs in ./programs and answers its process once it listens for messages. */
export async function startProgram(name: "execute" | "web" | "postgres", more: Record<string, string> = {}) {
  const child = fork(programFile(inject("programs"), name), {
    execArgv: [],
    env: { ...process.env, ...more },
  });
  await once(child, "message");
  return child;
}
