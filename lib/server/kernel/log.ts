import pino from "pino";
import { readConfig } from "./config";

/** Names the input fields that are never logged and never part of a kept fingerprint. */
export const secretFields = ["password", "current", "secret", "link", "setupUri", "recoveryCodes"];

/** Writes one JSON line per event to standard output. Nothing secret may be passed to it. */
export const log = pino({
  // The rest of the configuration may be set up after this import.
  level: readConfig(process.env).logLevel,
  base: undefined,
  redact: [...secretFields, "authorization"].flatMap((name) => [name, `*.${name}`]),
});
