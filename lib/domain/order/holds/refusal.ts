import type { OrderStatusType } from "../../order-status/combination";
import type { FieldRefusal } from "../../refusing/field-refusal";
import type { KernelRefusal } from "../../refusing/kernel-refusal";
import type { Gate } from "./gates";
import type { OutsideQuestions } from "./outside";

/** Says why a command on an order changed nothing. A refusal is expected, and the reader is told. */
export type OrderRefusal =
  | KernelRefusal
  | { reason: "already_executed" }
  | { reason: "already_cancelled" }
  | { reason: "customers_draft" }
  | { reason: "waits_for_approval" }
  | { reason: "scheduler_has_it" }
  | { reason: "not_with_scheduler" }
  | { reason: "not_scheduled" }
  | { reason: "resellers_customer" }
  | { reason: "partly_executed" }
  | { reason: "not_schedulable"; items: UnschedulableItem[] }
  | { reason: "priced_on_the_day"; products: string[] }
  /** Holds the days of the customer's time zone that could be chosen. */
  | { reason: "day_out_of_range"; first: string; last: string }
  | { reason: "held"; gates: Gate[] }
  /** Somebody outside is to be asked first, and nobody has asked about the order as it is now. */
  | { reason: "unanswered"; questions: OutsideQuestions }
  | { reason: "sub_order_of_sub_order" }
  | { reason: "unknown_item" }
  | {
      reason: "quantity_not_left";
      items: { itemId: string; description: string; asked: number; left: number }[];
    }
  | { reason: "delivery_started" }
  | { reason: "status_not_allowed" }
  /** The product alone gives an order this status. */
  | { reason: "status_not_settable"; status: string; type: OrderStatusType }
  | { reason: "not_executed" }
  | { reason: "already_reversed" }
  /** The order was executed in another system. */
  | { reason: "moved_in" }
  /** The invoice charges more than this sub-order, and the order whose execution made it can be reversed. */
  | { reason: "executed_together"; code: string; invoice: string }
  | { reason: "changed_since"; subscriptions: { description: string; orders: string[] }[] }
  /** Named things are missing, inactive or do not fit. */
  | { reason: "invalid_input"; problems: FieldRefusal[] };

/** Gives the refusals with these reasons, which one rule may answer. */
export type OrderRefused<Reason extends OrderRefusal["reason"]> = Extract<OrderRefusal, { reason: Reason }>;

/** Says why BSS may not act on an order. */
export type NotOpen = OrderRefused<
  "already_executed" | "already_cancelled" | "customers_draft" | "scheduler_has_it"
>;

export type UnschedulableItem = {
  itemId: string;
  description: string;
  why: "trial" | "quantity_change" | "non_automatic";
};
