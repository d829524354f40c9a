import { describeGate, type Gate } from "./gates";

/** Why a command on an order did nothing; expected, and told to the reader. Nothing was changed. */
export type OrderRefusal =
  | { reason: "already_executed" }
  | { reason: "already_cancelled" }
  | { reason: "customers_draft" }
  | { reason: "scheduler_has_it" }
  | { reason: "held"; gates: Gate[] }
  | { reason: "sub_order_of_sub_order" }
  | { reason: "unknown_item" }
  | {
      reason: "quantity_not_left";
      items: { itemId: string; description: string; asked: number; left: number }[];
    }
  | { reason: "delivery_started" }
  | { reason: "status_not_allowed" }
  /** A named thing is not there, not active, or does not fit; beside the field it came from. */
  | { reason: "invalid_input"; problems: FieldProblem[] };

export type FieldProblem = { path: (string | number)[]; message: string };

export function describeRefusal(refusal: OrderRefusal): string {
  switch (refusal.reason) {
    case "already_executed":
      return "The order is executed already. Nothing was done twice.";
    case "already_cancelled":
      return "The order is cancelled, which is final. Nothing was changed.";
    case "customers_draft":
      return "The order is still the customer's draft. It can be changed here once the customer has submitted it.";
    case "scheduler_has_it":
      return "The order is with the scheduler. It can be changed here once the scheduler has finished or given it back.";
    case "held":
      return `The order was not executed and stays as it was. ${refusal.gates.map((gate) => describeGate(gate).sentence).join(" ")}`;
    case "sub_order_of_sub_order":
      return "A sub-order has no sub-orders of its own. Deliver from the primary order.";
    case "unknown_item":
      return "One of the items is not in this order. Reload the order and select again.";
    case "quantity_not_left":
      return refusal.items
        .map((item) => `${item.description}: ${item.asked} asked for, ${item.left} left to deliver.`)
        .join(" ");
    case "delivery_started":
      return "Delivery has begun, so the products can no longer be changed. Name, note and status still can.";
    case "status_not_allowed":
      return "This status is not set by users, is inactive, or belongs to another stage of the order.";
    case "invalid_input":
      return refusal.problems.map((problem) => problem.message).join(" ");
  }
}
