import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { DataInUse } from "../../lib/server/database/embedded-postgres/data-in-use";
import { NotRestored } from "../../lib/server/database/embedded-postgres/restore";
import { NotOwner } from "../../lib/server/database/migrations";
import { ConfigError, requireKnownSettings } from "../../lib/server/kernel/config";

/** Says in a line what a command refuses to do and what to do instead. */
export class Refusal extends Error {}

const settingsFile = ".env";

/** Takes settings from the file for what the environment does not say. @throws ConfigError if one is misspelt */
export function loadEnvironment(): void {
  const environment = Object.keys(process.env);
  if (!existsSync(settingsFile)) {
    requireKnownSettings(environment, null);
    return;
  }
  const keys = Object.keys(parseEnv(readFileSync(settingsFile, "utf8")));
  requireKnownSettings(environment, { name: settingsFile, keys });
  process.loadEnvFile(settingsFile);
}

/** Prints the message alone of an expected refusal, and also the place of a bug. */
export function tell(error: unknown): void {
  const expected = [ConfigError, DataInUse, NotOwner, NotRestored, Refusal].some(
    (kind) => error instanceof kind,
  );
  console.error(expected ? (error as Error).message : error);
}

export function fail(error: unknown): never {
  tell(error);
  process.exit(1);
}
