import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { type DatabaseUrls, ownsTables } from "../../lib/server/database/application-role";
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from "../../lib/server/database/embedded-postgres/start";
import { migrateAsOwner } from "../../lib/server/database/migrations";
import { keptSecret } from "../../lib/server/database/private-file";
import { type Config, readConfig, requireSecret } from "../../lib/server/kernel/config";
import { simulatorSettings } from "../../lib/server/vendor-simulator/settings";
import { loadEnvironment, Refusal, tell } from "../command-line/task";
import { ownDatabase } from "../command-line/with-database";
import { type Child, keepRunning } from "./children";
import { seedOnce } from "./demo";
import { buildIfStale, generateClient, programArguments, serverFile, stopTools } from "./prepare";
import { secretsKeyOf } from "./secrets-key";

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
  const env = own ? environment(config, {}) : embeddedEnvironment(config, urls);
  if (ending) return env;
  const { length } = await migrateAsOwner(urls);
  if (length > 0) console.log(`Applied ${length} migration${length === 1 ? "" : "s"}.`);
  await tellOneRole(urls);
  await seal(urls.url, env);
  if (config.embedded && !ending) await seedOnce(urls, env);
  return env;
}

/** Says what is missing where the application signs in as a role that could change the tables. */
async function tellOneRole({ url }: DatabaseUrls) {
  if (!(await ownsTables(url))) return;
  console.error(
    "DATABASE_URL signs in as a role that can change the tables. Set DATABASE_OWNER_URL to it, and DATABASE_URL to a role without rights of its own: README.md, “Database roles”, shows how.",
  );
}

/** Seals what stands in the database unsealed or under a key that was replaced, before anything reads it. */
async function seal(databaseUrl: string, { SECRETS_KEY }: NodeJS.ProcessEnv) {
  Object.assign(process.env, { SECRETS_KEY });
  // It reads the configuration as it is loaded, which is to be checked and complete by then.
  const { resealSecrets } = await import("../../lib/server/secrets/reseal");
  const { sealed, unreadable } = await resealSecrets(databaseUrl);
  if (sealed > 0)
    console.log(`Sealed ${sealed} secret${sealed === 1 ? "" : "s"} with the first key of SECRETS_KEY.`);
  if (unreadable > 0) {
    console.error(
      `${unreadable} secret${unreadable === 1 ? " is" : "s are"} sealed with a key that is not here. Add that key to SECRETS_KEY behind the present one, or renew the secrets in BSS Setup.`,
    );
  }
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
  return environment(config, {
    DATABASE_URL: url,
    EMBEDDED_DATABASE: "true",
    NEXTAUTH_SECRET: config.secret ?? keptSecret(path.join(config.dataDir, "nextauth-secret")),
  });
}

/** Returns what web and worker get to read. */
function environment(config: Config, extra: NodeJS.ProcessEnv | Record<string, string>): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: dev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(config.port),
    HOSTNAME: config.host,
    TRUSTED_PROXIES: String(config.trustedProxies),
    DATA_DIR: config.dataDir,
    // Web and worker never learn how the owner signs in, also not from a settings file that Next.js reads.
    DATABASE_OWNER_URL: "",
    SECRETS_KEY: secretsKeyOf(config),
    NEXTAUTH_URL: config.publicUrl,
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
