import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import type { Built } from "./build-without-engine";

export type Process = {
  child: ChildProcess;
  /** Returns what it has written so far to standard output, and to standard error. */
  said(): string;
  complained(): string;
  /** Resolves with the exit code once it has ended. */
  ended: Promise<number | null>;
};

/** Starts a command of the image as the account that the Dockerfile names. Where we are not root, only our own can start it. */
export function startOfImage(image: Built, command: string[], env: Record<string, string>): Process {
  const [program = "", ...args] = [...image.entrypoint, ...command];
  const [uid, gid] = image.user?.split(":").map(Number) ?? [];
  const account = process.getuid?.() === 0 && uid && gid ? { uid, gid } : {};
  const child = spawn(program === "node" ? process.execPath : program, args, {
    cwd: image.folder,
    env: { PATH: process.env.PATH, ...image.env, ...env } as unknown as NodeJS.ProcessEnv,
    stdio: ["pipe", "pipe", "pipe"],
    ...account,
  });
  const [said, complained] = [collected(child.stdout), collected(child.stderr)];
  return { child, said, complained, ended: once(child, "close").then(([code]) => code) };
}

/** Runs a command of the image to its end, with what is piped to it. */
export async function runOfImage(image: Built, command: string[], env: Record<string, string>, input = "") {
  const { child, ended, said, complained } = startOfImage(image, command, env);
  child.stdin?.end(input);
  return { code: await ended, said: said(), complained: complained() };
}

function collected(stream: Readable): () => string {
  let text = "";
  stream.on("data", (chunk) => {
    text += chunk;
  });
  return () => text;
}
