import { type Config, readConfig } from "../../lib/server/kernel/config";
import { loadEnvironment, Refusal } from "./task";

/** Returns the settings of a product with the embedded database. @throws Refusal if it has another one, which says what to do */
export function embeddedConfig(otherwise: string): Config {
  loadEnvironment();
  const config = readConfig(process.env);
  if (!config.embedded)
    throw new Refusal(
      `${otherwise}, as docs/operations.md says. This command is for the embedded one: unset DATABASE_URL.`,
    );
  return config;
}
