import "server-only";
import type { OrderRefusal } from "@/lib/domain/order/refusal";
import { refusalsOf } from "../kernel/refusals";

/** Picks from the refusals of orders those that a command may answer. */
export const orderRefusals = refusalsOf<OrderRefusal>();

/** Why an order is not one that BSS may act on. */
export const notOpen = [
  "already_executed",
  "already_cancelled",
  "customers_draft",
  "scheduler_has_it",
] as const;

/** Why an execution may be refused. */
export const notExecutable = [
  ...notOpen,
  "not_with_scheduler",
  "held",
  "unanswered",
  "status_not_allowed",
  "invalid_input",
] as const;

/** Why a cancellation may be refused. */
export const notCancellable = [...notOpen, "status_not_allowed"] as const;
