import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import pretty from "pino-pretty";

export interface Child {
  /** Resolves once the program has said that it is ready, and never if it does not say so. */
  ready: Promise<void>;
  /** Asks the program to end, insists if it takes too long, and resolves when it has ended. */
  stop(): Promise<void>;
}

const endWithParent = pathToFileURL(path.resolve("scripts/start/end-with-parent.mjs")).href;
/** Lets a web server answer the requests that have begun. Service managers wait for 30 seconds and more. */
const grace = 25_000;
/** A terminal gets the log's lines in words, and any other reader gets them as they are. */
const output = process.stdout.isTTY
  ? pretty({ ignore: "event", translateTime: "SYS:HH:MM:ss", singleLine: true })
  : process.stdout;

/**
 * Keeps a Node.js program running and starts it again a second after it ended. Gives up on a program that ends within
 * ten seconds of its start five times in a row.
 */
export function keepRunning(
  name: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  giveUp: (message: string) => void,
): Child {
  let stopping = false;
  let failures = 0;
  let current: ChildProcess;
  let retry: NodeJS.Timeout | undefined;
  let isReady = () => {};
  const ready = new Promise<void>((resolve) => {
    isReady = resolve;
  });

  const start = () => {
    const startedAt = Date.now();
    // It runs in a group of its own, so that Ctrl-C reaches it only through us and the group ends with it.
    current = spawn(process.execPath, ["--import", endWithParent, ...args], {
      env,
      stdio: ["ignore", "pipe", "inherit", "ipc"],
      detached: true,
    });
    current.stdout?.pipe(output, { end: false });
    const shown = listenTo(current.stdout);
    // The program's message can overtake the line that it logged before, so we wait until that line has gone by.
    current.once("message", (line) => shown(String(line)).then(isReady));
    current.once("exit", (code, signal) => {
      if (stopping) return;
      failures = Date.now() - startedAt < 10_000 ? failures + 1 : 1;
      if (failures >= 5) return giveUp(`The ${name} ended five times in a row.`);
      console.error(`The ${name} ended (${signal ?? `exit code ${code}`}); starting it again.`);
      retry = setTimeout(start, 1000);
    });
  };

  start();
  return {
    ready,
    stop: async () => {
      stopping = true;
      clearTimeout(retry);
      if (current.exitCode !== null || current.signalCode !== null) return;
      const ended = once(current, "exit");
      signalGroup(current, "SIGTERM");
      const insist = setTimeout(() => signalGroup(current, "SIGKILL"), grace);
      await ended;
      clearTimeout(insist);
      signalGroup(current, "SIGKILL");
    },
  };
}

/** Returns a function that resolves once a program has written a text, which is at once for an empty one. */
function listenTo(stdout: Readable | null): (text: string) => Promise<void> {
  let tail = "";
  let check = () => {};
  stdout?.on("data", (chunk: Buffer) => {
    tail = (tail + chunk.toString("latin1")).slice(-10_000);
    check();
  });
  return (text) =>
    new Promise((resolve) => {
      check = () => tail.includes(text) && resolve();
      check();
    });
}

/** The group outlives its leader if the leader has children of its own (`next dev`, `tsx watch`). */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (!child.pid) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
}
