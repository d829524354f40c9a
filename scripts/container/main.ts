// The one program of the container image. It runs the command that it is given: `web`, `worker`, `migrate`, `health`, or one of
// package.json by the same name. docs/operations.md, section "In a container".
import {
  type Config,
  ConfigError,
  readConfig,
  requireKnownSettings,
  requireSecret,
} from "../../lib/server/kernel/config";
import { telemetrySettings } from "../../lib/server/telemetry/settings";
import { fail } from "../command-line/task";
import { environment } from "../start/environment";

type Command = { prepare?: (config: Config) => void; run: () => Promise<unknown> };

/** Web and worker handle signals themselves: they end when what has begun is done. */
const serves = (run: Command["run"]): Command => ({
  prepare: (config) => {
    requireSecret(config);
    telemetrySettings(process.env);
    Object.assign(process.env, environment(config));
  },
  run,
});

/** The kernel spares the first process of a container from a signal that it does not handle, so any other command handles it. */
const ends = (run: Command["run"]): Command => ({
  prepare: () => {
    process.once("SIGTERM", () => process.exit(143)).once("SIGINT", () => process.exit(130));
  },
  run,
});

const commands: Record<string, Command> = {
  web: serves(() => import("./web")),
  worker: serves(() => import("../../lib/worker/main")),
  migrate: ends(() => import("./migrate")),
  health: ends(() => import("./health")),
  "user:create": ends(() => import("../user-create")),
  "user:link": ends(() => import("../user-link")),
  "user:reset-second-factor": ends(() => import("../user-reset-second-factor")),
  "organization:allow-passwords": ends(() => import("../organization-allow-passwords")),
  "api-key:create": ends(() => import("../api-key-create")),
  "audit:verify": ends(() => import("../audit-verify")),
};

try {
  // The command reads its own options where it would find them without the name before them.
  const [name = ""] = process.argv.splice(2, 1);
  const command = commands[name];
  if (!command) throw new ConfigError(`Choose a command: ${Object.keys(commands).join(", ")}.`);
  requireKnownSettings(Object.keys(process.env), null);
  const config = readConfig(process.env);
  requireShared(config);
  command.prepare?.(config);
  await command.run();
} catch (error) {
  fail(error);
}

/** Refuses to begin without what all containers share, because one that made it up would lose it, and others would not have it. */
function requireShared({ databaseUrl, secretsKeys }: Config): void {
  const missing = [
    ...(databaseUrl ? [] : ["DATABASE_URL must be set, because the image contains no database"]),
    ...(secretsKeys.length > 0 ? [] : ["SECRETS_KEY must be set, because the image keeps no files"]),
  ];
  if (missing.length > 0) throw new ConfigError(missing.join("\n"));
}
