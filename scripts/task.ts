import { existsSync } from "node:fs";
import { DataInUse } from "../lib/server/database/embedded-postgres/start";
import { ConfigError } from "../lib/server/kernel/config";

/** What a command refuses to do, said in a line that tells what to do instead. */
export class Refusal extends Error {}

export function loadEnvironment(): void {
  if (existsSync(".env")) process.loadEnvFile(".env");
}

/** An expected refusal is its message alone; a bug comes with where it happened. */
export function tell(error: unknown): void {
  const expected = error instanceof ConfigError || error instanceof DataInUse || error instanceof Refusal;
  console.error(expected ? error.message : error);
}

export function fail(error: unknown): never {
  tell(error);
  process.exit(1);
}
