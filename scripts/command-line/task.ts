import { existsSync } from "node:fs";
import { DataInUse } from "../../lib/server/database/embedded-postgres/start";
import { ConfigError } from "../../lib/server/kernel/config";

/** Says in a line what a command refuses to do and what to do instead. */
export class Refusal extends Error {}

export function loadEnvironment(): void {
  if (existsSync(".env")) process.loadEnvFile(".env");
}

/** Prints the message alone of an expected refusal, and also the place of a bug. */
export function tell(error: unknown): void {
  const expected = error instanceof ConfigError || error instanceof DataInUse || error instanceof Refusal;
  console.error(expected ? error.message : error);
}

export function fail(error: unknown): never {
  tell(error);
  process.exit(1);
}
