import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { DatabaseUrls } from "../../lib/server/database/application-role";
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from "../../lib/server/database/embedded-postgres/start";
import { keptSecret } from "../../lib/server/database/private-file";
import { type Config, readConfig, requireSecret } from "../../lib/server/kernel/config";
import { telemetrySettings } from "../../lib/server/telemetry/settings";
import { simulatorSettings } from "../../lib/server/vendor-simulator/settings";
import { loadEnvironment, Refusal, tell } from "../command-line/task";
import { ownDatabase } from "../command-line/with-database";
import { type Child, keepRunning } from "./children";
import { seedOnce } from "./demo";
import { environment } from "./environment";
import { buildIfStale, generateClient, programArguments, serverFile, stopTools } from "./prepare";
import { bringUpToDate } from "./up-to-date";

const dev = process.argv.includes("--dev");
const both = ["web", "worker"] as const;
const asked = both.filter((part) => process.argv.includes(`--${part}`));
/** Lists what runs here: both, or the one that `npm run start:web` or `npm run start:worker` asks for. */
const parts = asked.length > 0 ? asked : both;
const needsDatabase =
  "The web server or a worker alone needs DATABASE_URL, since the embedded database is for one machine. npm start runs both.";
let database: Promise<EmbeddedPostgres> | undefined;
let children: Child[] = [];
let ending: Promise<void> | undefined;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => end(0));

try {
  await launch();
} catch (error) {
  if (!ending) {
    tell(error);
    await end(1);
  }
}

async function launch() {
  loadEnvironment();
  const config = readConfig(process.env);
  telemetrySettings(process.env);
  if (!config.embedded) requireSecret(config);
  else if (parts.length < 2) throw new Refusal(needsDatabase);
  if (parts.includes("web")) await refuseBusyPort(config);
  // Each dev server has a folder of its own, so that several can run side by side.
  if (dev && config.port !== 3000) process.env.NEXT_DIST_DIR ??= `.next-${config.port}`;

  await generateClient();
  // The demo takes about as long as the build, and mostly waits for the database.
  const [env] = await Promise.all([prepareDatabase(config), dev ? undefined : buildIfStale()]);

  if (ending) return;
  const { worker } = startChildren(env);
  // `tsx watch` stands between us and the worker, and passes no word on.
  await Promise.all([parts.includes("web") && answering(config), dev ? undefined : worker?.ready]);
  if (ending) return;
  console.log(
    parts.includes("web")
      ? `\nOrder Desk is ready: ${config.publicUrl}`
      : "\nA worker of Order Desk is ready.",
  );
  if (config.embedded) console.log("Sign in as admin@example.com with the password demo-demo-demo.");
}

/** Starts or reaches the database, brings it up to date, and returns what web and worker get to read. */
async function prepareDatabase(config: Config): Promise<NodeJS.ProcessEnv> {
  const own = ownDatabase(config);
  const urls = own ?? (await startDatabase(config));
  const env = own ? childEnvironment(config, {}) : embeddedEnvironment(config, urls);
  if (ending) return env;
  await bringUpToDate(urls, env.SECRETS_KEY ?? "");
  if (config.embedded && !ending) await seedOnce(urls, env);
  return env;
}

async function refuseBusyPort({ host, port }: Config) {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", (error: NodeJS.ErrnoException) => {
      const busy = `Port ${port} is in use; stop the program that uses it, or choose another with PORT=…`;
      reject(
        new Refusal(
          error.code === "EADDRINUSE" ? busy : `Cannot listen on ${host}:${port}: ${error.message}`,
        ),
      );
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

async function startDatabase(config: Config): Promise<EmbeddedPostgres> {
  database = startEmbeddedPostgres(config.dataDir);
  const server = await database;
  watch(server, config);
  return server;
}

function embeddedEnvironment(config: Config, { url }: DatabaseUrls): NodeJS.ProcessEnv {
  return childEnvironment(config, {
    DATABASE_URL: url,
    EMBEDDED_DATABASE: "true",
    NEXTAUTH_SECRET: config.secret ?? keptSecret(path.join(config.dataDir, "nextauth-secret")),
  });
}

/** Returns what web and worker get to read. */
function childEnvironment(config: Config, extra: Record<string, string>): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...environment(config),
    NODE_ENV: dev ? "development" : "production",
    ...extra,
  };
}

/** Starts a database server again that died. Web and worker reconnect by themselves, or get its new address. */
async function watch(server: EmbeddedPostgres, config: Config) {
  await server.lost;
  if (ending) return;
  console.error("PostgreSQL ended unexpectedly; starting it again.");
  try {
    const env = embeddedEnvironment(config, await startDatabase(config));
    if (env.DATABASE_URL === server.url) return;
    await Promise.all(children.map((child) => child.stop()));
    if (!ending) startChildren(env);
  } catch (error) {
    console.error(error);
    await end(1);
  }
}

function startChildren(env: NodeJS.ProcessEnv): { worker: Child | undefined } {
  const giveUp = (message: string) => {
    console.error(message);
    void end(1);
  };
  const next = "node_modules/next/dist/bin/next";
  const web = dev
    ? [next, "dev", "--port", env.PORT ?? "", "--hostname", env.HOSTNAME ?? ""]
    : [serverFile()];
  const loaded = ["client-address.mjs", "last-answers.mjs"].flatMap((file) => [
    "--import",
    pathToFileURL(path.resolve("scripts/start", file)).href,
  ]);
  const start = {
    web: () => keepRunning("web server", [...loaded, ...web], env, giveUp),
    worker: () => keepRunning("worker", programArguments("worker", dev), env, giveUp),
  };
  const started = Object.fromEntries(parts.map((part) => [part, start[part]()]));
  children = Object.values(started);
  // These are the demo's vendors. The product runs without them, too, and tries again what they provision.
  if (simulatorSettings(env.DATA_DIR ?? "") && env.EMBEDDED_DATABASE) {
    const simulator = programArguments("vendor-simulator", dev);
    children.push(keepRunning("vendor simulator", simulator, env, (message) => console.error(message)));
  }
  return { worker: started.worker };
}

async function answering({ host, port }: Config) {
  const local = host === "0.0.0.0" || host === "::" ? "localhost" : host;
  while (!ending) {
    const answer = await fetch(`http://${local}:${port}/api/health`).catch(() => undefined);
    if (answer) return;
    await sleep(100);
  }
}

function end(exitCode: number): Promise<void> {
  ending ??= (async () => {
    stopTools();
    await Promise.all(children.map((child) => child.stop()));
    const server = await database?.catch(() => undefined);
    await server?.stop();
    process.exit(exitCode);
  })();
  return ending;
}
