import { type Config, readConfig } from "../../lib/server/kernel/config";
import { loadEnvironment, Refusal } from "./task";

/** Returns the settings of a product with the embedded database. @throws Refusal, which begins as given, with another one */
export function embeddedConfig(otherwise: string): Config {
  loadEnvironment();
  const config = readConfig(process.env);
  if (!config.embedded)
    throw new Refusal(`${otherwise}: docs/operations.md says how. Unset DATABASE_URL for the embedded one.`);
  return config;
}
