import type { Combination } from "../order-status/combination";

/** Lists the states in which other companies' systems see an order: docs/domain.md, section 8, "TMF622". */
export const tradeStates = [
  "acknowledged",
  "held",
  "pending",
  "inProgress",
  "completed",
  "cancelled",
  "rejected",
] as const;
export type TradeState = (typeof tradeStates)[number];

/** Says what the state follows from. */
export type Progress = {
  readonly status: Combination;
  /** Tells whether units of it are executed. */
  readonly begun: boolean;
  /** Tells whether a gate holds it. */
  readonly held: boolean;
};

/** Returns the state in which other systems see an order, or null for a basket, which they do not see. */
export function tradeState({ status, begun, held }: Progress): TradeState | null {
  const { type, storefrontType } = status;
  if (type === "automatic_execute") return "completed";
  if (type === "cancelled") return storefrontType === "pending_approval" ? "rejected" : "cancelled";
  if (type === "executing") return "inProgress";
  if (type === "scheduled") return "acknowledged";
  if (storefrontType === "draft") return null;
  if (storefrontType === "pending_approval") return "pending";
  if (begun) return "inProgress";
  return held ? "held" : "acknowledged";
}

/** Counts the units of a line, in the order and all its sub-orders. */
export type LineProgress = {
  readonly quantity: number;
  readonly executed: number;
  readonly cancelled: number;
};

/** Returns the state of a line: its own where units of it are executed or canceled, and else that of the order. */
export function lineState({ quantity, executed, cancelled }: LineProgress, order: TradeState): TradeState {
  if (cancelled === quantity) return order === "rejected" ? "rejected" : "cancelled";
  if (executed + cancelled === quantity) return "completed";
  if (executed > 0) return "inProgress";
  return order === "inProgress" ? "acknowledged" : order;
}
