import pino from "pino";
import { readConfig } from "./config";

/** Fields of what commands take that are never logged, and never kept beside what they become. */
export const secretFields = ["password", "secret"];

/** One JSON line an event on standard output; nothing secret is ever passed to it. */
export const log = pino({
  // Whoever imports this may still be about to set up the rest of the configuration.
  level: readConfig(process.env).logLevel,
  base: undefined,
  redact: [...secretFields, "authorization"].flatMap((name) => [name, `*.${name}`]),
});
