import { type ChildProcess, fork, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { freePort } from "../../e2e/fixtures/free-port";
import { programArguments, serverFile } from "../start/prepare";
import { noSettings } from "../test/no-settings.mjs";
import type { BareWork } from "./bare-server";

export type Running = { url: string; stop: () => Promise<void> };

/** Starts the built web server on this database, with no limit to what a key may send. */
export async function startWeb(databaseUrl: string, settings: Record<string, string> = {}): Promise<Running> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const clientAddress = pathToFileURL("scripts/start/client-address.mjs").href;
  const child = spawn(process.execPath, ["--import", clientAddress, serverFile()], {
    env: {
      ...environment(databaseUrl),
      PORT: String(port),
      HOSTNAME: "127.0.0.1",
      NEXTAUTH_URL: url,
      ...settings,
    },
    stdio: "inherit",
  });
  while (!(await fetch(`${url}/api/ready`).catch(() => undefined))?.ok) {
    if (child.exitCode !== null) throw new Error(`The web server ended with exit code ${child.exitCode}`);
    await sleep(100);
  }
  return { url, stop: () => stopped(child) };
}

/** Starts the built worker on this database, and answers when it looks for work. */
export async function startWorker(databaseUrl: string): Promise<{ stop: () => Promise<void> }> {
  const child = spawn(process.execPath, programArguments("worker", false), {
    env: environment(databaseUrl),
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  await once(child, "message");
  return { stop: () => stopped(child) };
}

/** Starts the bare server in a process of its own, as the web server has one. */
export async function startBareServer(work: BareWork): Promise<Running> {
  const child = fork("scripts/bench/bare-server.ts", {
    execArgv: ["--import", "tsx", "--conditions=react-server"],
  });
  child.send(work);
  const [port] = await once(child, "message");
  return { url: `http://127.0.0.1:${port}`, stop: () => stopped(child) };
}

function environment(databaseUrl: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...noSettings,
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    EMBEDDED_DATABASE: "true",
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    SECRETS_KEY: process.env.SECRETS_KEY,
    API_REQUESTS_PER_MINUTE: "1000000",
    LOG_LEVEL: "warn",
  };
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
}
