import pino from "pino";
import { config } from "./config";

/** One JSON line an event on standard output; nothing secret is ever passed to it. */
export const log = pino({
  level: config().logLevel,
  base: undefined,
  redact: ["password", "*.password", "secret", "*.secret", "authorization", "*.authorization"],
});
