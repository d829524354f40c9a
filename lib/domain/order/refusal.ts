import { formatNumber, longDay } from "../format/format";
import type { ChangedSinceSeen } from "../seen";
import { describeGate } from "./gate-words";
import type { Gate } from "./gates";
import type { OutsideQuestions } from "./outside";

/** Says why a command on an order changed nothing. A refusal is expected, and the reader is told. */
export type OrderRefusal =
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
  | { reason: "not_executed" }
  | { reason: "already_reversed" }
  /** The invoice charges more than this sub-order, and the order whose execution made it can be reversed. */
  | { reason: "executed_together"; code: string; invoice: string }
  | { reason: "changed_since"; subscriptions: { description: string; orders: string[] }[] }
  | ChangedSinceSeen
  /** The request's idempotency key was used for another request. */
  | { reason: "key_reused" }
  /** A named thing is missing, inactive or does not fit, as the problem beside its field says. */
  | { reason: "invalid_input"; problems: FieldProblem[] };

/** Gives the refusals with these reasons, which one rule may answer. */
export type Refused<Reason extends OrderRefusal["reason"]> = Extract<OrderRefusal, { reason: Reason }>;

/** Says why BSS may not act on an order. */
export type NotOpen = Refused<
  "already_executed" | "already_cancelled" | "customers_draft" | "scheduler_has_it"
>;

export type UnschedulableItem = {
  itemId: string;
  description: string;
  why: "trial" | "quantity_change" | "non_automatic";
};

export type FieldProblem = { path: (string | number)[]; message: string };

/** Returns the same for a reader who knows that it was refused: each gate's own words about what holds the order. */
export function reasonOf(refusal: OrderRefusal, locale: string): string {
  return inWords(refusal, locale, (gate) => describeGate(gate, locale).sentence);
}

/** Returns the same with who can clear it and how. */
export function reasonWithWayOut(refusal: OrderRefusal, locale: string): string {
  return inWords(refusal, locale, (gate) => {
    const { sentence, wayOut } = describeGate(gate, locale);
    return `${sentence} ${wayOut}`;
  });
}

function inWords(refusal: OrderRefusal, locale: string, say: (gate: Gate) => string): string {
  return refusal.reason === "held" ? refusal.gates.map(say).join(" ") : describeRefusal(refusal, locale);
}

/** Returns what the reader is told, with days and amounts as the reader writes them. */
export function describeRefusal(refusal: OrderRefusal, locale: string): string {
  switch (refusal.reason) {
    case "already_executed":
      return "This order has already been executed, so nothing changed.";
    case "already_cancelled":
      return "This order is canceled, which is final, so nothing changed.";
    case "customers_draft":
      return "The order is still the customer's draft. It can be changed here once the customer has submitted it.";
    case "waits_for_approval":
      return "The order waits for its reseller, who approves what they see, so it can't be changed. The reseller can cancel it, and so can you.";
    case "scheduler_has_it":
      return "The order is with the scheduler. It can be changed here once the scheduler has finished or given it back.";
    case "not_with_scheduler":
      return "The scheduler gave the order back before it was executed. It tries again, or a BSS user executes it.";
    case "not_scheduled":
      return "The order does not wait for an execution date, so there is none to change.";
    case "resellers_customer":
      return "Orders of a reseller's customers are not scheduled: the reseller decides when they are executed.";
    case "partly_executed":
      return "Part of this order is executed already, so it can't be canceled here. Contact us about the rest.";
    case "not_schedulable":
      return refusal.items.map((item) => `${item.description} ${unschedulable[item.why]}.`).join(" ");
    case "priced_on_the_day":
      return `A scheduled order gets the prices of its day, so the unit price of ${refusal.products.join(", ")} would not stay. Give a discount instead, which stays.`;
    case "day_out_of_range":
      return `Choose an execution date from ${longDay(refusal.first, locale)} to ${longDay(refusal.last, locale)}.`;
    case "held":
      return `The order was not executed and stays as it was. ${reasonOf(refusal, locale)}`;
    case "unanswered":
      return "The order changed while its vendors were asked, so nothing was executed. Execute it again.";
    case "sub_order_of_sub_order":
      return "A sub-order has no sub-orders of its own. Deliver from the primary order.";
    case "unknown_item":
      return "One of the items is not in this order. Reload the order and select again.";
    case "quantity_not_left":
      return refusal.items
        .map(
          (item) =>
            `${item.description}: ${formatNumber(item.asked, locale)} asked for, ${formatNumber(item.left, locale)} left to deliver.`,
        )
        .join(" ");
    case "delivery_started":
      return "Delivery has begun, so the products can no longer be changed. Name, note and status still can.";
    case "status_not_allowed":
      return "This status is not set by users, is inactive, or belongs to another stage of the order.";
    case "not_executed":
      return "The order is not executed, so there is nothing to reverse. Cancel an open order instead.";
    case "already_reversed":
      return "This execution has already been reversed, so nothing changed.";
    case "executed_together":
      return `The order was executed together with ${refusal.code}, on invoice ${refusal.invoice}. Reverse ${refusal.code}.`;
    case "changed_since":
      return refusal.subscriptions
        .map(
          ({ description, orders }) =>
            `${description} was changed since by ${orders.join(", ")}. Reverse ${orders.length === 1 ? "that order" : "those orders"} first.`,
        )
        .join(" ");
    case "changed_since_seen":
      return refusal.message;
    case "key_reused":
      return "You already sent this request with different values, and it was carried out. Check the result, then send the change as a new request.";
    case "invalid_input":
      return refusal.problems.map((problem) => problem.message).join(" ");
  }
}

const unschedulable = {
  trial: "is a trial, which begins at once and cannot be scheduled",
  quantity_change: "changes a subscription, which happens at once and cannot be scheduled",
  non_automatic: "is executed by a person, who chooses the day, and cannot be scheduled",
} as const;
