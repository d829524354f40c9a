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

/** Is an account that owns nothing and is on every machine. */
const nobody = 65_534;

/** Starts a command of the image as an account that owns nothing of it. Where we are not root, that is our own, without the right to write. */
export function startOfImage(image: Built, command: string[], env: Record<string, string>): Process {
  const [program = "", ...args] = [...image.entrypoint, ...command];
  const child = spawn(program === "node" ? process.execPath : program, args, {
    cwd: image.folder,
    env: { PATH: process.env.PATH, ...image.env, ...env } as unknown as NodeJS.ProcessEnv,
    stdio: ["pipe", "pipe", "pipe"],
    ...(process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}),
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
