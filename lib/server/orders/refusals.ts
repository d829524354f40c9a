import "server-only";
import { statusRefused } from "./tree/statuses";

/** Lists why BSS may not act on an order. */
export const notOpen = [
  "already_executed",
  "already_cancelled",
  "customers_draft",
  "scheduler_has_it",
] as const;

/** Lists why an execution may be refused. */
export const notExecutable = [
  ...notOpen,
  "not_with_scheduler",
  "held",
  "unanswered",
  ...statusRefused,
  "invalid_input",
] as const;

/** Lists why a cancellation may be refused. */
export const notCancellable = [...notOpen, ...statusRefused] as const;
