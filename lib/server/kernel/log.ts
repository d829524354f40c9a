import pino from "pino";
import { readConfig } from "./config";

/** Names the input fields that are never logged and never part of a kept fingerprint. */
export const secretFields = ["password", "secret"];

/** One JSON line an event on standard output; nothing secret is ever passed to it. */
export const log = pino({
  // A process may set up the rest of its configuration after this import.
  level: readConfig(process.env).logLevel,
  base: undefined,
  redact: [...secretFields, "authorization"].flatMap((name) => [name, `*.${name}`]),
});
